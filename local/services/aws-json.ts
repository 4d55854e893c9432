import * as z from 'zod';
import { gunzipSync } from 'node:zlib';
import type { HttpRequest, HttpResponse, Json, LocalService } from './service.ts';
import { AwsError } from './service.ts';

/** One API action: takes what the wire (or a neighbour) sent and gives the reply in the service's own shapes. */
export type Action = (input: unknown) => unknown;
export type Actions = Readonly<Record<string, Action>>;

/** A service whose actions neighbours may also call in process, without the wire. */
export interface CallableService extends LocalService {
  /** Rejects with `AwsError`; an unknown action is `UnknownOperationException`. */
  call(action: string, input: Json): Promise<Json>;
}

export interface AwsJsonProtocol {
  version: '1.0' | '1.1';
  /** The code of an input that does not fit its schema; `ValidationException` unless told. */
  invalidInputCode?: string;
  /** For AWS-query-compatible services: our error code -> the legacy code of `x-amzn-query-error`. */
  legacyCodes?: Readonly<Record<string, string>>;
}

/** An action whose input is parsed first; a misfit is answered in the API's own error name. */
export function action<S extends z.ZodType>(
  schema: S,
  run: (input: z.output<S>) => unknown,
  invalidInputCode = 'ValidationException',
): Action {
  return (input) => {
    const parsed = schema.safeParse(input ?? {});
    if (!parsed.success) throw new AwsError(invalidInputCode, z.prettifyError(parsed.error));
    return run(parsed.data);
  };
}

/** Runs one action by name for a neighbour in the same process. */
export async function callAction(actions: Actions, name: string, input: Json): Promise<Json> {
  const run = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (run === undefined) throw new AwsError('UnknownOperationException', `Unknown operation ${name}`);
  return ((await run(input)) ?? {}) as Json;
}

/** AWS JSON 1.0 and 1.1: the action stands in `x-amz-target`, input and reply are JSON, errors carry `__type`. */
export async function handleAwsJson(
  protocol: AwsJsonProtocol,
  actions: Actions,
  request: HttpRequest,
): Promise<HttpResponse> {
  const headers = { 'content-type': `application/x-amz-json-${protocol.version}` };
  try {
    const name = (request.headers['x-amz-target'] ?? '').split('.').at(-1) ?? '';
    const reply = await callAction(actions, name, parseBody(request));
    return { status: 200, headers, body: JSON.stringify(reply) };
  } catch (error) {
    const failure = toAwsError(error);
    const fault = failure.status < 500 ? 'Sender' : 'Receiver';
    const legacy = protocol.legacyCodes && `${protocol.legacyCodes[failure.code] ?? failure.code};${fault}`;
    return {
      status: failure.status,
      headers: {
        ...headers,
        'x-amzn-errortype': failure.code,
        ...(legacy && { 'x-amzn-query-error': legacy }),
      },
      body: JSON.stringify({ __type: failure.code, message: failure.message }),
    };
  }
}

/** Anything thrown that is not an AWS error is the service's own failure: `InternalFailure`, 500. */
export function toAwsError(error: unknown): AwsError {
  if (error instanceof AwsError) return error;
  return new AwsError('InternalFailure', error instanceof Error ? error.message : String(error), 500);
}

function parseBody(request: HttpRequest): Json {
  const packed = request.headers['content-encoding'] === 'gzip';
  const text = Buffer.from(packed ? gunzipSync(request.body) : request.body).toString('utf8');
  if (text === '') return {};
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new AwsError('SerializationException', 'The request body is not JSON');
  }
}
