import * as z from 'zod';
import { callAction, handleAwsJson, toAwsError, type CallableService } from '../aws-json.ts';
import { AwsError, type EngineContext, type HttpRequest, type HttpResponse } from '../service.ts';
import { cognitoActions } from './cognito-actions.ts';
import { IssuerEngine } from './engine.ts';
import type { PoolName } from './pools.ts';
import { forgeRequest, tokenRequest } from './token-request.ts';

export interface IssuerService extends CallableService {
  readonly engine: IssuerEngine;
}

const PATH = /^\/_local\/issuer\/([^/]+)(\/.*)?$/;

/** Credential scope `cognito-idp`; `handle` also takes everything under `/_local/issuer/`, which carries no signature. */
export function createIssuerService(
  context: EngineContext,
  options: { baseUrl?: string; clientId?: (pool: PoolName) => string } = {},
): IssuerService {
  const engine = new IssuerEngine(
    context,
    options.baseUrl ?? 'http://127.0.0.1:4571/_local/issuer',
    options.clientId,
  );
  const actions = cognitoActions(engine);
  return {
    name: 'cognito-idp',
    types: [
      'AWS::Cognito::UserPool',
      'AWS::Cognito::UserPoolClient',
      'AWS::Cognito::UserPoolDomain',
      'AWS::Cognito::UserPoolGroup',
    ],
    engine,
    provision: (resource) => engine.provision(resource),
    handle: async (request) => {
      const path = PATH.exec(request.url.pathname);
      if (path === null) return await handleAwsJson({ version: '1.1' }, actions, request);
      return answer(() => issuerReply(engine, engine.pools.find(path[1]!), path[2] ?? '', request));
    },
    call: async (name, input) => await callAction(actions, name, input),
  };
}

function issuerReply(engine: IssuerEngine, pool: PoolName, path: string, request: HttpRequest): unknown {
  const issuer = engine.issuer(pool);
  switch (`${request.method} ${path}`) {
    case 'GET /.well-known/jwks.json':
      return { keys: [engine.key(pool).jwk] };
    case 'GET /.well-known/openid-configuration':
      return {
        issuer,
        jwks_uri: `${issuer}/.well-known/jwks.json`,
        token_endpoint: `${issuer}/token`,
        id_token_signing_alg_values_supported: ['RS256'],
        response_types_supported: ['token'],
        subject_types_supported: ['public'],
      };
    case 'POST /token':
      return shownToken(engine.mint(pool, bodyOf(tokenRequest, request)));
    case 'POST /forge': {
      const { kind, ...token } = bodyOf(forgeRequest, request);
      return shownToken(engine.forge(pool, kind, token));
    }
    default:
      throw new AwsError('ResourceNotFoundException', `Nothing at ${request.method} ${path}`, 404);
  }
}

function shownToken({ token, sub }: { token: string; sub: string }): Record<string, string> {
  return { token, sub, tokenType: 'Bearer' };
}

function bodyOf<S extends z.ZodType>(schema: S, request: HttpRequest): z.output<S> {
  const parsed = schema.safeParse(jsonIn(request.body));
  if (!parsed.success) throw new AwsError('InvalidParameterException', z.prettifyError(parsed.error));
  return parsed.data;
}

function jsonIn(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

function answer(reply: () => unknown): HttpResponse {
  const headers = { 'content-type': 'application/json' };
  try {
    return { status: 200, headers, body: JSON.stringify(reply()) };
  } catch (error) {
    const { code, message, status } = toAwsError(error);
    return { status, headers, body: JSON.stringify({ error: code, message }) };
  }
}
