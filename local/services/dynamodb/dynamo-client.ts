import { Agent, request as httpRequest } from 'node:http';
import type { HttpResponse, Json } from '../service.ts';
import { AwsError } from '../service.ts';

/** Talks to the engine behind the proxy. */
export interface DynamoClient {
  /** One call with the body as it stands; the reply as it came. */
  send(target: string, body: string): Promise<HttpResponse & { text: string }>;
  /** One call that must succeed; rejects with the `AwsError` of the reply. */
  call(target: string, input: Json): Promise<{ [key: string]: Json }>;
  close(): void;
}

export function dynamoClient(endpoint: string): DynamoClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const url = new URL('/', endpoint);

  const send: DynamoClient['send'] = async (target, body) =>
    await new Promise((resolve, reject) => {
      const outgoing = httpRequest(
        url,
        {
          method: 'POST',
          agent,
          headers: {
            'content-type': 'application/x-amz-json-1.0',
            'content-length': String(Buffer.byteLength(body)),
            'x-amz-target': target,
            'x-amz-date': '20260101T000000Z',
            authorization:
              'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
          },
        },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('error', reject);
          incoming.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            resolve({
              status: incoming.statusCode ?? 500,
              headers: { 'content-type': 'application/x-amz-json-1.0' },
              text,
              body: text,
            });
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });

  return {
    send,
    call: async (target, input) => {
      const { status, text } = await send(target, JSON.stringify(input));
      const reply = JSON.parse(text === '' ? '{}' : text) as { [key: string]: Json };
      if (status < 300) return reply;
      const code =
        typeof reply['__type'] === 'string' ? (reply['__type'].split('#').at(-1) ?? '') : 'InternalFailure';
      throw new AwsError(code, typeof reply['message'] === 'string' ? reply['message'] : code, status);
    },
    close: () => agent.destroy(),
  };
}
