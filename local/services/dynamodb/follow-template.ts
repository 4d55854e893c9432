import { items, jsonText, members } from '../../runtime/json-text.ts';
import { StartProblem } from '../../runtime/state-folder.ts';
import type { Json } from '../service.ts';
import type { DynamoClient } from './dynamo-client.ts';
import type { TableConfig } from './table-config.ts';

const API = 'DynamoDB_20120810.';

/**
 * Brings a table of an earlier start up to today's template: indexes and the stream that were added since. Throws, with
 * what to do, where keys have changed, which no update can follow.
 */
export async function followTemplate(client: DynamoClient, table: TableConfig): Promise<void> {
  const { Table } = await client.call(`${API}DescribeTable`, { TableName: table.name });
  const found = members(Table);
  if (keysOf(found['KeySchema']) !== keysOf(table.create['KeySchema'])) {
    throw new StartProblem(
      `The table ${table.name} was made with other keys than the template has now. Start once with --fresh.`,
    );
  }
  const known = new Set(
    items(found['GlobalSecondaryIndexes']).map((index) => jsonText(members(index)['IndexName'])),
  );
  for (const index of items(table.create['GlobalSecondaryIndexes'])) {
    if (known.has(jsonText(members(index)['IndexName']))) continue;
    await client.call(`${API}UpdateTable`, {
      TableName: table.name,
      AttributeDefinitions: table.create['AttributeDefinitions'] ?? [],
      GlobalSecondaryIndexUpdates: [{ Create: index }],
    });
  }
  const stream = table.create['StreamSpecification'];
  if (stream !== undefined && members(found['StreamSpecification'])['StreamEnabled'] !== true) {
    await client.call(`${API}UpdateTable`, { TableName: table.name, StreamSpecification: stream });
  }
}

function keysOf(schema: Json | undefined): string {
  return items(schema)
    .map((key) => `${jsonText(members(key)['KeyType'])} ${jsonText(members(key)['AttributeName'])}`)
    .sort()
    .join();
}
