import { callRest } from '../aws-call.ts';
import { present } from './matches.ts';
import type { Connection, Readers } from './reader.ts';

type Live = Record<string, unknown>;

/** Parts of a REST API carry the API's id in their properties, resolved before they are read. */
export function apiReaders({ url }: Connection): Readers {
  const get = (path: string) => callRest(url, 'apigateway', path);
  return {
    'AWS::ApiGateway::RestApi': async (id) => {
      const live = await get(`/restapis/${id}`);
      return {
        Name: live['name'],
        Description: live['description'],
        EndpointConfiguration: capitalized(live['endpointConfiguration']),
      };
    },
    'AWS::ApiGateway::Resource': async (id, { RestApiId }) => {
      const live = await get(`/restapis/${String(RestApiId)}/resources/${id}`);
      return { PathPart: live['pathPart'], ParentId: live['parentId'] };
    },
    'AWS::ApiGateway::Method': async (_id, { RestApiId, ResourceId, HttpMethod }) => {
      const live = await get(
        `/restapis/${String(RestApiId)}/resources/${String(ResourceId)}/methods/${String(HttpMethod)}`,
      );
      const { uri, type, requestTemplates, integrationResponses } = (live['methodIntegration'] ?? {}) as Live;
      return {
        HttpMethod: live['httpMethod'],
        AuthorizationType: live['authorizationType'],
        AuthorizerId: live['authorizerId'],
        ApiKeyRequired: live['apiKeyRequired'],
        'Integration.Type': type,
        'Integration.Uri': uri,
        'Integration.RequestTemplates': requestTemplates,
        'Integration.IntegrationResponses': filled(integrationResponses),
        MethodResponses: filled(live['methodResponses']),
      };
    },
    'AWS::ApiGateway::Authorizer': async (id, { RestApiId }) => {
      const live = await get(`/restapis/${String(RestApiId)}/authorizers/${id}`);
      return {
        Name: live['name'],
        Type: live['type'],
        AuthorizerUri: live['authorizerUri'],
        IdentitySource: live['identitySource'],
        IdentityValidationExpression: live['identityValidationExpression'],
        AuthorizerResultTtlInSeconds: live['authorizerResultTtlInSeconds'],
      };
    },
    'AWS::ApiGateway::Stage': async (name, { RestApiId }) => {
      const live = await get(`/restapis/${String(RestApiId)}/stages/${name}`);
      return {
        StageName: live['stageName'],
        TracingEnabled: live['tracingEnabled'],
        AccessLogSetting: filled(live['accessLogSettings']),
        MethodSettings: filled(live['methodSettings']),
      };
    },
    'AWS::ApiGateway::GatewayResponse': async (_id, { RestApiId, ResponseType }) => {
      const live = await get(`/restapis/${String(RestApiId)}/gatewayresponses/${String(ResponseType)}`);
      return {
        StatusCode: live['statusCode'],
        ResponseParameters: live['responseParameters'],
        ResponseTemplates: live['responseTemplates'],
      };
    },
  };
}

/** An empty map is how an absent setting is told; a filled one is only asked to be there, its form differs from the template's. */
const filled = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0 ? present : undefined;

function capitalized(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name.charAt(0).toUpperCase() + name.slice(1), each]),
  );
}
