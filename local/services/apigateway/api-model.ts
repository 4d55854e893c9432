import { items, jsonText, members } from '../../runtime/json-text.ts';
import type { Json, ResolvedResource } from '../service.ts';

export interface ApiMethod {
  resourceId: string;
  httpMethod: string;
  authorizerId: string | undefined;
  integration: LambdaIntegration | MockIntegration;
}

export interface LambdaIntegration {
  kind: 'lambda';
  functionArn: string;
  timeoutMs: number;
}

export interface MockIntegration {
  kind: 'mock';
  status: number;
  headers: Record<string, string>;
  /** The response template for JSON, as written. */
  template: string;
}

export interface ApiResource {
  id: string;
  /** `/loans/{id}` */
  path: string;
  methods: Map<string, ApiMethod>;
}

export interface TokenAuthorizer {
  id: string;
  functionArn: string;
  /** Lower case. */
  header: string;
  pattern: RegExp | undefined;
  ttlSeconds: number;
}

export interface GatewayResponse {
  status: number | undefined;
  headers: Record<string, string>;
  template: string | undefined;
}

export interface RestApi {
  id: string;
  name: string;
  stage: string;
  variables: Record<string, string> | null;
  binaryTypes: string[];
  resources: ApiResource[];
  authorizers: Map<string, TokenAuthorizer>;
  gatewayResponses: Map<string, GatewayResponse>;
  /** Key `<METHOD> <path>`; `*` and `/*` are the stage's own. */
  throttles: Map<string, { ratePerSecond: number; burst: number }>;
}

/** Puts the resources of one REST API together. Throws where the template asks for what is not here. */
export function restApi(api: ResolvedResource, all: readonly ResolvedResource[]): RestApi {
  const own = all.filter(({ properties }) => properties['RestApiId'] === api.ref);
  const ofType = (type: string): ResolvedResource[] =>
    own.filter((resource) => resource.type === `AWS::ApiGateway::${type}`);
  const stage = ofType('Stage')[0];
  const variables = stage?.properties['Variables'];
  return {
    id: api.ref,
    name: jsonText(api.properties['Name']),
    stage: stage?.ref ?? 'prod',
    variables: variables === undefined ? null : textMap(variables),
    binaryTypes: items(api.properties['BinaryMediaTypes']).map(jsonText),
    resources: resourcesOf(api, ofType('Resource'), ofType('Method').map(methodOf)),
    authorizers: new Map(ofType('Authorizer').map((resource) => [resource.ref, authorizerOf(resource)])),
    gatewayResponses: new Map(
      ofType('GatewayResponse').map(({ properties }) => [
        jsonText(properties['ResponseType']),
        gatewayResponseOf(properties),
      ]),
    ),
    throttles: throttlesOf(stage?.properties['MethodSettings']),
  };
}

function resourcesOf(
  api: ResolvedResource,
  resources: ResolvedResource[],
  methods: ApiMethod[],
): ApiResource[] {
  const byId = new Map(resources.map((resource) => [resource.ref, resource]));
  const pathOf = (id: string): string => {
    const resource = byId.get(id);
    return resource === undefined
      ? ''
      : `${pathOf(jsonText(resource.properties['ParentId']))}/${jsonText(resource.properties['PathPart'])}`;
  };
  return [api.attributes['RootResourceId'] ?? '', ...byId.keys()].map((id) => ({
    id,
    path: pathOf(id) || '/',
    methods: new Map(
      methods.filter(({ resourceId }) => resourceId === id).map((method) => [method.httpMethod, method]),
    ),
  }));
}

function methodOf({ properties, logicalId }: ResolvedResource): ApiMethod {
  const authorization = jsonText(properties['AuthorizationType'] ?? 'NONE');
  if (authorization !== 'NONE' && authorization !== 'CUSTOM')
    throw new Error(`${logicalId}: authorization ${authorization} is not emulated`);
  const integration = members(properties['Integration']);
  return {
    resourceId: jsonText(properties['ResourceId']),
    httpMethod: jsonText(properties['HttpMethod']),
    authorizerId: authorization === 'CUSTOM' ? jsonText(properties['AuthorizerId']) : undefined,
    integration: integrationOf(integration, logicalId),
  };
}

function integrationOf(
  integration: Record<string, Json>,
  logicalId: string,
): LambdaIntegration | MockIntegration {
  const type = jsonText(integration['Type']);
  if (type === 'MOCK') {
    const answer = members(items(integration['IntegrationResponses'])[0]);
    return {
      kind: 'mock',
      status: Number(answer['StatusCode'] ?? 200),
      headers: staticHeaders(answer['ResponseParameters'], 'method.response.header.'),
      template: jsonText(members(answer['ResponseTemplates'])['application/json']),
    };
  }
  if (type !== 'AWS_PROXY') throw new Error(`${logicalId}: integration ${type} is not emulated`);
  return {
    kind: 'lambda',
    functionArn: functionArnOf(jsonText(integration['Uri'])),
    timeoutMs: Number(integration['TimeoutInMillis'] ?? 29_000),
  };
}

function authorizerOf({ ref, properties, logicalId }: ResolvedResource): TokenAuthorizer {
  if (properties['Type'] !== 'TOKEN')
    throw new Error(`${logicalId}: authorizer type ${jsonText(properties['Type'])} is not emulated`);
  const pattern = jsonText(properties['IdentityValidationExpression']);
  return {
    id: ref,
    functionArn: functionArnOf(jsonText(properties['AuthorizerUri'])),
    header: (jsonText(properties['IdentitySource']) || 'method.request.header.Authorization')
      .replace('method.request.header.', '')
      .toLowerCase(),
    pattern: pattern === '' ? undefined : new RegExp(`^(?:${pattern})$`),
    ttlSeconds: Number(properties['AuthorizerResultTtlInSeconds'] ?? 300),
  };
}

function gatewayResponseOf(properties: Record<string, Json>): GatewayResponse {
  const template = members(properties['ResponseTemplates'])['application/json'];
  const [otherType, otherTemplate] = Object.entries(members(properties['ResponseTemplates']))[0] ?? [];
  const headers = staticHeaders(properties['ResponseParameters'], 'gatewayresponse.header.');
  if (template === undefined && otherType !== undefined) headers['content-type'] ??= otherType;
  const text = template ?? otherTemplate;
  return {
    status: properties['StatusCode'] === undefined ? undefined : Number(properties['StatusCode']),
    headers,
    template: text === undefined ? undefined : jsonText(text),
  };
}

/** `'value'` in quotes is a literal; a mapping expression stays as it is and is filled in per request. */
function staticHeaders(parameters: Json | undefined, prefix: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(members(parameters))
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length).toLowerCase(), jsonText(value)]),
  );
}

function throttlesOf(settings: Json | undefined): RestApi['throttles'] {
  const entries = items(settings).flatMap((setting): [string, { ratePerSecond: number; burst: number }][] => {
    const { HttpMethod, ResourcePath, ThrottlingRateLimit, ThrottlingBurstLimit } = members(setting);
    if (ThrottlingRateLimit === undefined) return [];
    const ratePerSecond = Number(ThrottlingRateLimit);
    return [
      [
        `${jsonText(HttpMethod)} ${jsonText(ResourcePath)}`,
        { ratePerSecond, burst: Number(ThrottlingBurstLimit ?? ratePerSecond) },
      ],
    ];
  });
  return new Map(entries);
}

function functionArnOf(uri: string): string {
  const arn = /functions\/(.+)\/invocations$/.exec(uri)?.[1];
  if (arn === undefined) throw new Error(`no function in the integration URI ${uri}`);
  return arn;
}

function textMap(value: Json): Record<string, string> {
  return Object.fromEntries(Object.entries(members(value)).map(([name, text]) => [name, jsonText(text)]));
}
