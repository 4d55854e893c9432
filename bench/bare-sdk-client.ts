/** What every function's bundle is held against: one DynamoDB client of the SDK that reads one item, and nothing of ours. */
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient({});

export const handler = (): Promise<unknown> =>
  client.send(new GetItemCommand({ TableName: 'none', Key: { pk: { S: 'none' } } }));
