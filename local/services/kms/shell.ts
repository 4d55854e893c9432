import {
  AwsError,
  type EngineContext,
  type HttpRequest,
  type HttpResponse,
  type Json,
  type LocalService,
} from '../service.ts';
import { CRYPTO_ACTIONS } from './crypto-actions.ts';
import { KEY_ACTIONS, removeDueKeys } from './key-actions.ts';
import { findKey, keyState, provisionAlias, provisionKey } from './kms-key.ts';

export interface KmsService extends LocalService {
  /** An API call without the wire: binary fields in base64. @throws AwsError as KMS names it. */
  call(action: string, input: Json): Json;
  /** What S3 asks before it uses a key. */
  resolveKey(name: string): { arn: string; enabled: boolean } | undefined;
}

const ACTIONS = { ...CRYPTO_ACTIONS, ...KEY_ACTIONS };

/** KMS over AWS JSON 1.1 (`TrentService`). */
export function createKmsService(context: EngineContext): KmsService {
  function call(action: string, input: Json): Json {
    removeDueKeys(context);
    const run = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
    if (run === undefined)
      throw new AwsError('UnsupportedOperationException', `${action} is not emulated by the local cloud`);
    return context.store.transaction(() => run(context, input));
  }

  return {
    name: 'kms',
    types: ['AWS::KMS::Key', 'AWS::KMS::Alias'],
    call,
    resolveKey: (name) => {
      removeDueKeys(context);
      const key = findKey(context, name);
      return key === undefined ? undefined : { arn: key.arn, enabled: keyState(key) === 'Enabled' };
    },
    provision: (resource) =>
      resource.type === 'AWS::KMS::Key' ? provisionKey(context, resource) : provisionAlias(context, resource),
    handle: async (request) => answer(context, request, call),
  };
}

function answer(
  context: EngineContext,
  request: HttpRequest,
  call: (action: string, input: Json) => Json,
): HttpResponse {
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': context.random.uuid() };
  try {
    const action = (request.headers['x-amz-target'] ?? '').replace(/^TrentService\./, '');
    return { status: 200, headers, body: JSON.stringify(call(action, inputOf(request))) };
  } catch (error) {
    if (!(error instanceof AwsError)) context.log('kms: internal error', { error: String(error) });
    const known =
      error instanceof AwsError ? error : new AwsError('KMSInternalException', 'Internal error', 500);
    return {
      status: known.status,
      headers,
      body: JSON.stringify({ __type: known.code, message: known.message }),
    };
  }
}

function inputOf({ body }: HttpRequest): Json {
  try {
    return body.length === 0 ? {} : (JSON.parse(Buffer.from(body).toString('utf8')) as Json);
  } catch {
    throw new AwsError('SerializationException', 'The request body is not JSON');
  }
}
