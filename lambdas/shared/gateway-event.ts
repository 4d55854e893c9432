import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { invalid } from './errors.ts';
import { parseJson } from './parse.ts';
import type { Reply } from './request.ts';

const largestBodyBytes = 1_000_000;
/** With a letter in it: digits alone could be a person's number, and this reaches logs and the ledger. */
const correlationPattern = /^(?=.*[A-Za-z])[A-Za-z0-9_.:-]{8,100}$/;

const jsonType = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;

/** The JSON body of a request. Errors: `UnsupportedMediaType` (415) of a body that says it is something else, `RequestTooLarge` (413), `InvalidJson` (400). */
export function bodyOf(event: APIGatewayProxyEvent): unknown {
  const contentType = headerOf(event, 'content-type');
  if (contentType !== undefined && !jsonType.test(contentType))
    throw invalid('UnsupportedMediaType', 'a body is application/json', {}, [
      { field: 'Content-Type', rule: 'must be application/json' },
    ]);
  return parseJson(textOf(event));
}

export function textOf(event: APIGatewayProxyEvent): string {
  const text = event.isBase64Encoded
    ? Buffer.from(event.body ?? '', 'base64').toString('utf8')
    : (event.body ?? '');
  if (Buffer.byteLength(text) > largestBodyBytes)
    throw invalid('RequestTooLarge', `a body holds at most ${largestBodyBytes} bytes`);
  return text;
}

export function ifMatchOf(event: APIGatewayProxyEvent): number | undefined {
  const header = headerOf(event, 'if-match');
  if (header === undefined) return undefined;
  const version = /^"(\d{1,9})"$/.exec(header)?.[1];
  if (version !== undefined) return Number.parseInt(version, 10);
  throw invalid('InvalidIfMatch', 'If-Match is not an ETag of this API', {}, [
    { field: 'If-Match', rule: 'must be an ETag as given' },
  ]);
}

export function headerOf(event: APIGatewayProxyEvent, name: string): string | undefined {
  return Object.entries(event.headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
}

export function correlationOf(event: APIGatewayProxyEvent): string {
  const given = headerOf(event, 'x-correlation-id');
  return given !== undefined && correlationPattern.test(given) ? given : event.requestContext.requestId;
}

export function toResult(
  event: APIGatewayProxyEvent,
  { status, body, headers }: Reply,
): APIGatewayProxyResult {
  const contentType = status >= 400 ? 'application/problem+json' : 'application/json';
  const ours = {
    'content-type': contentType,
    'cache-control': 'no-store',
    'x-correlation-id': correlationOf(event),
    ...corsOf(event),
  };
  return {
    statusCode: status,
    headers: { ...ours, ...headers },
    body: body === undefined ? '' : JSON.stringify(body),
  };
}

/** The gateway answers preflights from the stage's list of origins; a reply names the asking origin, tokens travel in a header, never a cookie. */
function corsOf(event: APIGatewayProxyEvent): Record<string, string> {
  const origin = headerOf(event, 'origin');
  return origin === undefined
    ? {}
    : {
        'access-control-allow-origin': origin,
        vary: 'origin',
        'access-control-expose-headers': 'etag,location,x-correlation-id,idempotency-replayed',
      };
}
