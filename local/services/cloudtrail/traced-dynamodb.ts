import * as z from 'zod';
import type { HttpRequest, HttpResponse, Json, LocalService, ResolvedResource } from '../service.ts';
import { dynamoDataEvent } from './dynamodb-data-event.ts';
import type { RecordDataEvent } from './data-event.ts';

const Keyed = z.object({
  KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.string() })),
});

/**
 * The DynamoDB service with each item call over the wire, refused ones included, told to the trail after its reply. Key
 * attributes are learnt from the tables as they are provisioned.
 */
export function traceDynamoDb<Service extends LocalService>(
  service: Service,
  options: {
    recordDataEvent: RecordDataEvent;
    /** Asked first, so that nothing is parsed twice while no trail listens. */
    isTraced(): boolean;
    principalOf(request: HttpRequest): string;
    requestId(): string;
    account: string;
    region: string;
  },
): Service {
  const keys = new Map<string, string[]>();

  function note(request: HttpRequest, reply: HttpResponse): void {
    const event = dynamoDataEvent({
      action: (request.headers['x-amz-target'] ?? '').split('.').at(-1) ?? '',
      input: parsed(request.body),
      keyAttributes: (table) => keys.get(table) ?? [],
      account: options.account,
      region: options.region,
      by: { principalArn: options.principalOf(request), accessKeyId: 'local' },
      userAgent: request.headers['user-agent'] ?? '',
      requestId: options.requestId(),
      ...(reply.status < 300 ? {} : { failure: failureOf(reply) }),
    });
    if (event !== undefined) options.recordDataEvent(event);
  }

  return {
    ...service,
    provision: (resource: ResolvedResource) => {
      const schema = Keyed.safeParse(resource.properties);
      const names = schema.success ? schema.data.KeySchema.map(({ AttributeName }) => AttributeName) : [];
      keys.set(resource.ref, names);
      service.provision(resource);
    },
    handle: async (request: HttpRequest) => {
      const reply = await service.handle(request);
      if (options.isTraced()) note(request, reply);
      return reply;
    },
  };
}

const Failure = z.object({
  __type: z.string(),
  message: z.string().optional(),
  Message: z.string().optional(),
});

function failureOf(reply: HttpResponse): { code: string; message: string } {
  const failure = Failure.safeParse(parsed(reply.body ?? ''));
  if (!failure.success) return { code: 'InternalFailure', message: '' };
  const { __type, message, Message } = failure.data;
  return { code: __type.split('#').at(-1) ?? __type, message: message ?? Message ?? '' };
}

function parsed(body: Uint8Array | string): Json {
  try {
    return JSON.parse(typeof body === 'string' ? body : Buffer.from(body).toString('utf8')) as Json;
  } catch {
    return {};
  }
}
