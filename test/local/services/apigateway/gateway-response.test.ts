import { describe, expect, it } from 'vitest';
import type {
  GatewayResponse,
  MockIntegration,
  RestApi,
} from '../../../../local/services/apigateway/api-model.ts';
import { gatewayResponse } from '../../../../local/services/apigateway/gateway-response.ts';
import { mockReply } from '../../../../local/services/apigateway/mock-reply.ts';
import { proxyReply } from '../../../../local/services/apigateway/proxy-reply.ts';
import type { HttpRequest } from '../../../../local/services/service.ts';

const request: HttpRequest = {
  method: 'GET',
  url: new URL('http://127.0.0.1/v1/x'),
  headers: { origin: 'https://b.example' },
  body: new Uint8Array(),
};

function apiWith(responses: Record<string, Partial<GatewayResponse>>): RestApi {
  const filled = Object.entries(responses).map(([type, response]): [string, GatewayResponse] => [
    type,
    { status: undefined, headers: {}, template: undefined, ...response },
  ]);
  return {
    id: 'api',
    name: 'probe',
    stage: 'local',
    variables: null,
    binaryTypes: [],
    resources: [],
    authorizers: new Map(),
    throttles: new Map(),
    gatewayResponses: new Map(filled),
  };
}

describe('a gateway response', () => {
  it('is API Gateway’s own when the template says nothing', () => {
    expect(gatewayResponse(apiWith({}), 'THROTTLED', { request, requestId: 'r' })).toMatchObject({
      status: 429,
      body: '{"message":"Too Many Requests"}',
    });
  });

  it('is the family’s template with the type’s own status, filled with the request’s facts', () => {
    const api = apiWith({
      DEFAULT_4XX: {
        template:
          '{"t":"$context.error.responseType","m":$context.error.messageString,"r":"${context.requestId}"}',
        headers: { 'x-from': "'gateway'", 'x-origin': 'method.request.header.Origin' },
      },
    });
    const response = gatewayResponse(api, 'MISSING_AUTHENTICATION_TOKEN', { request, requestId: 'r-1' });
    expect(response.status).toBe(403);
    expect(response.body).toBe(
      '{"t":"MISSING_AUTHENTICATION_TOKEN","m":"Missing Authentication Token","r":"r-1"}',
    );
    expect(response.headers).toMatchObject({ 'x-from': 'gateway', 'x-origin': 'https://b.example' });
  });

  it('is the type’s own before the family’s', () => {
    const api = apiWith({ DEFAULT_4XX: { status: 418 }, UNAUTHORIZED: { status: 401, template: 'own' } });
    expect(gatewayResponse(api, 'UNAUTHORIZED', { request, requestId: 'r' })).toMatchObject({
      status: 401,
      body: 'own',
    });
    expect(gatewayResponse(api, 'THROTTLED', { request, requestId: 'r' }).status).toBe(418);
  });
});

describe('preflight for several origins', () => {
  const template =
    '#set($origin = $input.params().header.get("Origin"))\n#if($origin == "") #set($origin = $input.params().header.get("origin")) #end\n#if($origin.matches("https://b.example"))\n  #set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)\n#end';
  const mock: MockIntegration = {
    kind: 'mock',
    status: 204,
    headers: { 'access-control-allow-origin': "'https://a.example'" },
    template,
  };

  it.each([
    ['https://b.example', 'https://b.example'],
    ['https://evil.example', 'https://a.example'],
  ])('%s is answered %s', (origin, expected) => {
    expect(mockReply(mock, { ...request, headers: { origin } })).toEqual({
      status: 204,
      headers: { 'access-control-allow-origin': expected },
    });
  });
});

describe('a function’s reply', () => {
  it.each<[unknown, number | undefined]>([
    [{ statusCode: 200, body: 'x' }, 200],
    [{ statusCode: '404' }, 404],
    [{ statusCode: 200, body: { a: 1 } }, undefined],
    [{ body: 'x' }, undefined],
    [{ statusCode: 'ok' }, undefined],
    ['text', undefined],
    [null, undefined],
  ])('%j gives %s', (payload, status) => {
    expect(proxyReply(payload as never)?.status).toBe(status);
  });

  it('decodes a base64 body and joins headers of several values', () => {
    const reply = proxyReply({
      statusCode: 200,
      isBase64Encoded: true,
      body: 'aGk=',
      multiValueHeaders: { 'X-A': ['1', '2'] },
    });
    expect(Buffer.from(reply?.body ?? '').toString()).toBe('hi');
    expect(reply?.headers?.['x-a']).toBe('1, 2');
  });
});
