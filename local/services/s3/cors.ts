import type { HttpRequest, HttpResponse } from '../service.ts';
import type { CorsRule } from './bucket.ts';
import { errorXml } from './xml.ts';

/** The reply to a preflight: S3's rule is the first that allows origin, method and every header asked for. */
export function preflight(rules: readonly CorsRule[], request: HttpRequest): HttpResponse {
  const origin = request.headers['origin'];
  const method = request.headers['access-control-request-method'];
  if (origin === undefined || method === undefined)
    return refusal('BadRequest', 'Insufficient information. Origin request header needed.', 400);
  const asked = (request.headers['access-control-request-headers'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  const rule = rules.find(
    (one) =>
      allows(one, origin, method) &&
      asked.every((name) => one.AllowedHeaders.some((pattern) => like(name, pattern.toLowerCase()))),
  );
  if (rule === undefined)
    return refusal(
      'AccessForbidden',
      "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.",
      403,
    );
  return {
    status: 200,
    headers: {
      ...headersOf(rule, origin),
      ...(asked.length > 0 ? { 'access-control-allow-headers': asked.join(', ') } : {}),
    },
  };
}

/** Headers that S3 adds to an actual response, or none where no rule allows the origin and method. */
export function corsHeaders(rules: readonly CorsRule[], request: HttpRequest): Record<string, string> {
  const origin = request.headers['origin'];
  if (origin === undefined) return {};
  const rule = rules.find((one) => allows(one, origin, request.method));
  return rule === undefined ? {} : headersOf(rule, origin);
}

function allows(rule: CorsRule, origin: string, method: string): boolean {
  return rule.AllowedMethods.includes(method) && rule.AllowedOrigins.some((pattern) => like(origin, pattern));
}

function headersOf(rule: CorsRule, origin: string): Record<string, string> {
  const any = rule.AllowedOrigins.includes('*');
  return {
    'access-control-allow-origin': any ? '*' : origin,
    'access-control-allow-methods': rule.AllowedMethods.join(', '),
    ...(any ? {} : { 'access-control-allow-credentials': 'true' }),
    ...(rule.ExposedHeaders.length > 0
      ? { 'access-control-expose-headers': rule.ExposedHeaders.join(', ') }
      : {}),
    ...(rule.MaxAge === undefined ? {} : { 'access-control-max-age': String(rule.MaxAge) }),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  };
}

/** One `*` at most, as S3 allows in origins and headers. */
function like(actual: string, pattern: string): boolean {
  const star = pattern.indexOf('*');
  if (star < 0) return actual === pattern;
  const [head, tail] = [pattern.slice(0, star), pattern.slice(star + 1)];
  return actual.length >= head.length + tail.length && actual.startsWith(head) && actual.endsWith(tail);
}

function refusal(code: string, message: string, status: number): HttpResponse {
  return {
    status,
    headers: { 'content-type': 'application/xml' },
    body: errorXml({ Code: code, Message: message }),
  };
}
