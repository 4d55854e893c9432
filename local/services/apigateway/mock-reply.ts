import type { HttpRequest, HttpResponse } from '../service.ts';
import type { MockIntegration } from './api-model.ts';
import { headerOf } from './gateway-response.ts';

/**
 * The reply of a MOCK integration. Of VTL only what CDK writes for preflight with several origins is understood: the
 * origin is answered when one of the `$origin.matches("...")` fits it.
 */
export function mockReply(mock: MockIntegration, request: HttpRequest): HttpResponse {
  const headers = Object.fromEntries(
    Object.entries(mock.headers).map(([name, value]) => [name, headerOf(value, request)]),
  );
  const origin = request.headers['origin'] ?? '';
  const patterns = [...mock.template.matchAll(/\$origin\.matches\("((?:[^"\\]|\\.)*)"\)/g)].map(
    (match) => match[1] ?? '',
  );
  if (patterns.length > 0) {
    const fits = patterns.some((pattern) =>
      new RegExp(`^(?:${pattern.replaceAll('\\\\', '\\')})$`).test(origin),
    );
    if (fits) headers['access-control-allow-origin'] = origin;
    return { status: mock.status, headers };
  }
  return {
    status: mock.status,
    headers: { ...headers, ...(mock.template !== '' && { 'content-type': 'application/json' }) },
    body: mock.template,
  };
}
