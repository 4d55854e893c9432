import {
  CloudFormationClient,
  paginateListExports,
  paginateListStackResources,
} from '@aws-sdk/client-cloudformation';
import type { DeployedStack } from '../deploy-core-stacks.ts';
import { callRest } from '../aws-call.ts';
import type { Connection } from './reader.ts';

export interface LiveResource {
  stack: string;
  id: string;
  type: string;
  physicalId: string;
  /** As the template says them. */
  asked: Record<string, unknown>;
  /** With references to other resources filled in where a reader or a repair needs them. */
  properties: Record<string, unknown>;
}

/** Every resource of the templates with its physical id. One that the stack does not have has an empty one. */
export async function liveResources(
  { client, url }: Connection,
  stacks: readonly DeployedStack[],
): Promise<LiveResource[]> {
  const formation = new CloudFormationClient(client);
  const exports = new Map<string, string>();
  for await (const { Exports = [] } of paginateListExports({ client: formation }, {}))
    for (const { Name = '', Value = '' } of Exports) exports.set(Name, Value);
  const found: LiveResource[] = [];
  for (const { name, resources } of stacks) {
    const ids = new Map<string, string>();
    for await (const { StackResourceSummaries = [] } of paginateListStackResources(
      { client: formation },
      { StackName: name },
    ))
      for (const { LogicalResourceId = '', PhysicalResourceId = '' } of StackResourceSummaries)
        ids.set(LogicalResourceId, PhysicalResourceId);
    const types = new Map(Object.entries(resources).map(([id, { Type }]) => [id, Type]));
    const rootResource = await rootResourceOf(url, stackApi(resources, ids));
    for (const [id, { Type, Properties = {} }] of Object.entries(resources)) {
      found.push({
        stack: name,
        id,
        type: Type,
        physicalId: ids.get(id) ?? '',
        asked: Properties,
        properties: filledIn(Properties, { types, ids, exports, rootResource }) as Record<string, unknown>,
      });
    }
  }
  return found;
}

interface Known {
  types: ReadonlyMap<string, string>;
  ids: ReadonlyMap<string, string>;
  exports: ReadonlyMap<string, string>;
  rootResource: string;
}

function filledIn(value: unknown, known: Known): unknown {
  if (Array.isArray(value)) return value.map((item) => filledIn(item, known));
  if (typeof value !== 'object' || value === null) return value;
  const { Ref, 'Fn::ImportValue': imported, 'Fn::GetAtt': attribute } = value as Record<string, unknown>;
  if (typeof Ref === 'string') return known.ids.get(Ref) ?? value;
  if (typeof imported === 'string') return known.exports.get(imported) ?? value;
  if (Array.isArray(attribute)) {
    const [id, name] = attribute as [string, string];
    const physicalId = known.ids.get(id) ?? '';
    if (name === 'RootResourceId') return known.rootResource;
    return (name === 'Arn' ? arnOf(known.types.get(id), physicalId) : undefined) ?? value;
  }
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, filledIn(each, known)]));
}

/** Of the two kinds that repairs refer to. */
function arnOf(type: string | undefined, physicalId: string): string | undefined {
  const place = 'us-east-1:000000000000';
  if (type === 'AWS::KMS::Key') return `arn:aws:kms:${place}:key/${physicalId}`;
  if (type === 'AWS::SQS::Queue') return `arn:aws:sqs:${place}:${physicalId.split('/').at(-1)}`;
  return undefined;
}

const stackApi = (resources: DeployedStack['resources'], ids: ReadonlyMap<string, string>): string =>
  Object.entries(resources)
    .filter(([, { Type }]) => Type === 'AWS::ApiGateway::RestApi')
    .map(([id]) => ids.get(id) ?? '')
    .join('');

async function rootResourceOf(url: string, apiId: string): Promise<string> {
  if (apiId === '') return '';
  const { item = [] } = (await callRest(url, 'apigateway', `/restapis/${apiId}/resources?limit=500`)) as {
    item?: { id: string; path: string }[];
  };
  return item.find(({ path }) => path === '/')?.id ?? '';
}
