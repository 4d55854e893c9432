import { describe, expect, it } from 'vitest';
import type { ApiMethod, ApiResource } from '../../../../local/services/apigateway/api-model.ts';
import { matchRoute } from '../../../../local/services/apigateway/match-route.ts';

function resource(path: string, ...verbs: string[]): ApiResource {
  const method = (httpMethod: string): ApiMethod => ({
    resourceId: path,
    httpMethod,
    authorizerId: undefined,
    integration: { kind: 'mock', status: 200, headers: {}, template: '' },
  });
  return { id: path, path, methods: new Map(verbs.map((verb) => [verb, method(verb)])) };
}

const resources = [
  resource('/v1/loans', 'ANY'),
  resource('/v1/loans/{id}', 'GET', 'ANY'),
  resource('/v1/loans/{id}/{proxy+}', 'ANY'),
  resource('/v1/loans/search', 'GET'),
  resource('/v1/{proxy+}', 'GET'),
];

describe('the route of a request', () => {
  it.each<
    [method: string, path: string, resource: string | undefined, parameters: object | null | undefined]
  >([
    ['GET', '/v1/loans', '/v1/loans', null],
    ['GET', '/v1/loans/', '/v1/loans', null],
    ['GET', '/v1/loans/7', '/v1/loans/{id}', { id: '7' }],
    ['GET', '/v1/loans/search', '/v1/loans/search', null],
    ['POST', '/v1/loans/search', '/v1/loans/{id}', { id: 'search' }],
    ['GET', '/v1/loans/7/needs/9', '/v1/loans/{id}/{proxy+}', { id: '7', proxy: 'needs/9' }],
    ['GET', '/v1/other/a%2Fb', '/v1/{proxy+}', { proxy: 'other/a/b' }],
    ['POST', '/v1/other', undefined, undefined],
    ['GET', '/v2', undefined, undefined],
  ])('%s %s goes to %s', (method, path, expected, parameters) => {
    const route = matchRoute(resources, path, method);
    expect(route?.resource.path).toBe(expected);
    expect(route?.pathParameters).toEqual(parameters);
  });

  it('prefers the method itself to ANY', () => {
    expect(matchRoute(resources, '/v1/loans/7', 'GET')?.method.httpMethod).toBe('GET');
    expect(matchRoute(resources, '/v1/loans/7', 'PUT')?.method.httpMethod).toBe('ANY');
  });
});
