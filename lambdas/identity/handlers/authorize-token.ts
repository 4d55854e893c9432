import type { APIGatewayAuthorizerResult, APIGatewayTokenAuthorizerEvent, Context } from 'aws-lambda';
import * as z from 'zod';
import { DomainError } from '../../shared/errors.ts';
import { KernelEnv, readEnv } from '../../shared/env.ts';
import { wireKernel } from '../../shared/kernel.ts';
import { countMetric, logContext, logLine } from '../../shared/observability.ts';
import { type People, storedPeople } from '../adapters/people.ts';
import { type Pool, tokenVerifier, type VerifyToken } from '../adapters/token-verifier.ts';

export interface Deps {
  verify: VerifyToken;
  people: People;
}

/**
 * TOKEN authorizer: a good token of a known person is allowed on every route (the policy decides there), a stranger's
 * denied (403), a bad one 401. An issuer that does not answer is a failure (500), never a 401: no token was looked at.
 */
export async function authorizeToken(
  event: APIGatewayTokenAuthorizerEvent,
  deps: Deps,
  correlationId: string,
): Promise<APIGatewayAuthorizerResult> {
  try {
    return await judged(event, deps, correlationId);
  } catch (error) {
    // A refused token is an answer; everything else keeps people out, and alarms.
    if (!(error instanceof Error && error.message === refusal)) countMetric('AuthorizerFailed');
    throw error;
  }
}

/** The one message that API Gateway turns into 401. */
const refusal = 'Unauthorized';

async function judged(
  event: APIGatewayTokenAuthorizerEvent,
  { verify, people }: Deps,
  correlationId: string,
): Promise<APIGatewayAuthorizerResult> {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(event.authorizationToken)?.[1];
  if (token === undefined) throw new Error(refusal);
  const verified = await verify(token).catch((error: unknown) => {
    if (error instanceof DomainError && error.kind === 'unavailable') throw error;
    countMetric('TokensRefused');
    logLine('warn', 'TokenRefused', 'a token was refused', {
      errorName: error instanceof Error ? error.name : 'unknown',
    });
    throw new Error(refusal);
  });
  const principal = await people.resolve(verified, correlationId);
  return {
    principalId: principal
      ? principal.kind === 'staff'
        ? principal.userId
        : principal.contactId
      : 'stranger',
    policyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Action: 'execute-api:Invoke',
          Effect: principal ? 'Allow' : 'Deny',
          Resource: apiOf(event.methodArn),
        },
      ],
    },
    context: { ...principal },
  };
}

/** The answer is cached for the token, so it speaks of the whole API and not of the one method that asked. */
const apiOf = (methodArn: string): string => `${methodArn.split('/').slice(0, 2).join('/')}/*`;

const Env = KernelEnv.extend({
  STAFF_ISSUER: z.url(),
  STAFF_JWKS_URI: z.url(),
  /** Comma-separated. */
  STAFF_CLIENT_IDS: z.string().min(1),
  BORROWER_ISSUER: z.url(),
  BORROWER_JWKS_URI: z.url(),
  BORROWER_CLIENT_IDS: z.string().min(1),
  /** The staff address that becomes operations on its first verified sign-in, while no user has it. */
  FIRST_OPERATOR_EMAIL: z.email(),
});
export type Env = z.input<typeof Env>;

function wire(): Deps {
  const env = readEnv(Env);
  const pools: Pool[] = [
    {
      name: 'staff',
      issuer: env.STAFF_ISSUER,
      jwksUri: env.STAFF_JWKS_URI,
      clientIds: env.STAFF_CLIENT_IDS.split(','),
    },
    {
      name: 'borrowers',
      issuer: env.BORROWER_ISSUER,
      jwksUri: env.BORROWER_JWKS_URI,
      clientIds: env.BORROWER_CLIENT_IDS.split(','),
    },
  ];
  return {
    verify: tokenVerifier(pools),
    people: storedPeople(wireKernel(env), env.FIRST_OPERATOR_EMAIL.toLowerCase()),
  };
}

let deps: Deps | undefined;

export async function handler(
  event: APIGatewayTokenAuthorizerEvent,
  context: Context,
): Promise<APIGatewayAuthorizerResult> {
  logContext({ correlationId: context.awsRequestId, functionName: context.functionName });
  deps ??= wire();
  const result = await authorizeToken(event, deps, context.awsRequestId);
  logLine('info', 'TokenAuthorized', 'token looked at', { principal: result.principalId });
  return result;
}
