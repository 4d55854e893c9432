import { items, jsonText, members } from '../../runtime/json-text.ts';
import type { Json, ResolvedResource } from '../service.ts';

export interface TableConfig {
  name: string;
  arn: string;
  streamArn: string | undefined;
  ttlAttribute: string | undefined;
  keyAttributes: string[];
  /** The input of `CreateTable`. */
  create: { [key: string]: Json };
}

/** From `AWS::DynamoDB::Table` or `GlobalTable`: keys, indexes and stream; capacity is always on demand here. */
export function tableConfig(resource: ResolvedResource): TableConfig {
  const { properties, ref, attributes } = resource;
  const ttl = members(properties['TimeToLiveSpecification']);
  const stream = members(properties['StreamSpecification']);
  const hasStream = stream['StreamViewType'] !== undefined;
  const globals = items(properties['GlobalSecondaryIndexes']).map(indexOf);
  const locals = items(properties['LocalSecondaryIndexes']).map(indexOf);
  return {
    name: ref,
    arn: attributes['Arn'] ?? '',
    streamArn: hasStream ? attributes['StreamArn'] : undefined,
    ttlAttribute: jsonText(ttl['Enabled']) === 'true' ? jsonText(ttl['AttributeName']) : undefined,
    keyAttributes: items(properties['KeySchema']).map((key) => jsonText(members(key)['AttributeName'])),
    create: {
      TableName: ref,
      KeySchema: properties['KeySchema'] ?? [],
      AttributeDefinitions: properties['AttributeDefinitions'] ?? [],
      BillingMode: 'PAY_PER_REQUEST',
      ...(globals.length > 0 && { GlobalSecondaryIndexes: globals }),
      ...(locals.length > 0 && { LocalSecondaryIndexes: locals }),
      ...(hasStream && {
        StreamSpecification: { StreamEnabled: true, StreamViewType: jsonText(stream['StreamViewType']) },
      }),
    },
  };
}

function indexOf(index: Json): Json {
  const { IndexName = '', KeySchema = [], Projection = { ProjectionType: 'ALL' } } = members(index);
  return { IndexName, KeySchema, Projection };
}
