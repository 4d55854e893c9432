import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startLocalCloud, type LocalCloud } from '../../../local/runtime/local-cloud.ts';
import type { InvokeOutcome, Json } from '../../../local/services/service.ts';
import { probeAssembly } from '../../support/probe-assembly.ts';

const stateFolder = mkdtempSync(join(tmpdir(), 'keyturn-cloud-'));
const assembly = probeAssembly();
let cloud: LocalCloud;

async function start(): Promise<LocalCloud> {
  return await startLocalCloud({ assembly, stateFolder, ports: { aws: 0, api: 0, partners: 0 }, workers: 4 });
}

beforeAll(async () => {
  cloud = await start();
}, 30_000);
afterAll(async () => await cloud.stop());

const invoke = async (name: string, payload: Json): Promise<InvokeOutcome> =>
  await cloud.registry.lambda.engine.invoke(name, payload);
const call = async (service: string, action: string, input: Json): Promise<Json> =>
  await (cloud.registry.byName.get(service) as { call?: (action: string, input: Json) => Promise<Json> })
    .call!(action, input);

async function item(pk: string): Promise<Json | undefined> {
  const reply = (await call('dynamodb', 'GetItem', { TableName: 'probe-items', Key: { pk: { S: pk } } })) as {
    Item?: Json;
  };
  return reply.Item;
}

async function request(path: string, init?: RequestInit): Promise<Response> {
  return await fetch(`${cloud.urls.api}${path}`, init);
}

async function control(path: string, body?: Json, method = 'POST'): Promise<Response> {
  return await request(
    `/_local/${path}`,
    body === undefined ? { method } : { method, body: JSON.stringify(body) },
  );
}

const eventually = { timeout: 8000, interval: 25 };

describe('functions', () => {
  it('run in a process that sees the template’s variables and nothing of the machine’s', async () => {
    const { payload } = await invoke('probe-task', { do: 'env' });
    const env = payload as Record<string, string>;
    expect(env).toMatchObject({
      SECRET_OF_MINE: 'given',
      TABLE: 'probe-items',
      AWS_LAMBDA_FUNCTION_NAME: 'probe-task',
      AWS_REGION: 'us-east-1',
      AWS_ENDPOINT_URL_DYNAMODB: cloud.urls.aws,
      PARTNER: `${cloud.urls.partners}/total-expert`,
    });
    expect(Object.keys(env)).not.toContain('HOME');
    expect(env['PATH']).toBe('/usr/local/bin:/usr/bin:/bin');
  });

  it.each<[string, Json, string, RegExp]>([
    ['probe-task', { do: 'fail' }, 'LimitReached', /^too much$/],
    ['probe-task', { do: 'text' }, 'string', /^just text$/],
    ['probe-task', { do: 'exit' }, 'Runtime.ExitError', /Runtime exited with error: exit status 3$/],
    ['probe-task', { do: 'big' }, 'Function.ResponseSizeTooLarge', /maximum allowed payload size/],
    ['probe-quick', { do: 'hang' }, 'Sandbox.Timedout', /Task timed out after 1\.00 seconds$/],
    ['probe-broken', {}, 'Runtime.HandlerNotFound', /index\.handler is undefined or not exported/],
    ['probe-throwing', {}, 'TypeError', /no start/],
    ['probe-missing', {}, 'Runtime.ImportModuleError', /nowhere\.mjs/],
  ])('%s asked to %j fails as %s', async (name, payload, errorType, message) => {
    const outcome = await invoke(name, payload);
    expect(outcome).toMatchObject({
      functionError: 'Unhandled',
      payload: { errorType, errorMessage: expect.stringMatching(message) as string },
    });
  });

  it('go on after a failure: the next call gets a process that answers', async () => {
    await invoke('probe-task', { do: 'exit' });
    expect(await invoke('probe-task', { do: 'echo', a: 1 })).toEqual({ payload: { do: 'echo', a: 1 } });
  });

  it('run side by side in processes of their own, one after another in the same', async () => {
    const sleep = async (): Promise<Json> => (await invoke('probe-task', { do: 'sleep', ms: 150 })).payload;
    const [one, two] = await Promise.all([sleep(), sleep()]);
    expect(one).not.toBe(two);
    expect([one, two]).toContain(await sleep());
  });

  it('never have more processes than the limit, however many functions are called at once', async () => {
    const outcomes = await Promise.all(
      Array.from(
        { length: 9 },
        async (_, at) => await invoke(['probe-task', 'probe-web', 'probe-consumer'][at % 3]!, { do: 'pid' }),
      ),
    );
    expect(outcomes.every(({ functionError }) => functionError === undefined)).toBe(true);
    expect(new Set(outcomes.map(({ payload }) => payload)).size).toBeLessThanOrEqual(9);
  });

  it('see the clock that was moved, and their lines are kept', async () => {
    await control('clock', { advanceSeconds: 40 * 86_400 });
    const { payload } = await invoke('probe-task', { do: 'now' });
    expect(Number(payload) - Date.now()).toBeGreaterThan(40 * 86_400_000 - 60_000);
    const { payload: written } = await invoke('probe-task', { do: 'fresh' });
    expect((written as string).slice(0, 10)).toBe(new Date(cloud.clock.now()).toISOString().slice(0, 10));
    await control('clock', { reset: true });
    await invoke('probe-task', { do: 'log', line: 'a line of the function' });
    const logs = (await (await request('/_local/logs?function=probe-task')).json()) as Record<
      string,
      string[]
    >;
    await vi.waitFor(() => expect(logs['probe-task']).toContain('a line of the function'), eventually);
  });
});

describe('event sources', { timeout: 20_000 }, () => {
  it('a queue feeds its function; what fails goes to the dead letter queue after its last receive', async () => {
    const QueueUrl = `${cloud.urls.aws}/000000000000/probe-jobs`;
    for (const MessageBody of ['one', 'poison', 'two'])
      await call('sqs', 'SendMessage', { QueueUrl, MessageBody });
    await vi.waitFor(async () => {
      expect(await item('message#one')).toBeDefined();
      expect(await item('message#two')).toBeDefined();
    }, eventually);
    const dead = async (): Promise<Json> =>
      (
        (await call('sqs', 'GetQueueAttributes', {
          QueueUrl: QueueUrl.replace('jobs', 'dead'),
          AttributeNames: ['All'],
        })) as { Attributes: { ApproximateNumberOfMessages: string } }
      ).Attributes.ApproximateNumberOfMessages;
    await vi.waitFor(async () => {
      await control('clock', { advanceSeconds: 31 });
      expect(await dead()).toBe('1');
    }, eventually);
  });

  it('a table’s stream feeds its function through the filter, and marks what TTL deleted', async () => {
    const expires = { N: String(Math.floor(cloud.clock.now() / 1000) + 3600) };
    await call('dynamodb', 'PutItem', { TableName: 'probe-items', Item: { pk: { S: 'item#1' }, expires } });
    await vi.waitFor(async () => expect(await item('stream#INSERT#item#1')).toBeDefined(), eventually);
    await control('clock', { advanceSeconds: 7200 });
    await vi.waitFor(
      async () => expect(await item('stream#REMOVE#item#1#dynamodb.amazonaws.com')).toBeDefined(),
      eventually,
    );
    expect(await item('item#1')).toBeUndefined();
  });
});

describe('the REST API', () => {
  it('gives the function the proxy event and the caller its reply', async () => {
    const response = await request('/v1/open/a%20b/c?x=1&x=2&y=%26', {
      method: 'POST',
      body: '{"a":1}',
      headers: { 'content-type': 'application/json' },
    });
    expect(response.status).toBe(201);
    expect(response.headers.get('x-made')).toBe('yes');
    expect(await response.json()).toMatchObject({
      resource: '/v1/open/{proxy+}',
      path: '/v1/open/a%20b/c',
      httpMethod: 'POST',
      pathParameters: { proxy: 'a b/c' },
      queryStringParameters: { x: '2', y: '&' },
      multiValueQueryStringParameters: { x: ['1', '2'], y: ['&'] },
      body: '{"a":1}',
      isBase64Encoded: false,
      requestContext: {
        stage: 'local',
        path: '/local/v1/open/a%20b/c',
        resourcePath: '/v1/open/{proxy+}',
        httpMethod: 'POST',
      },
    });
  });

  it.each<[path: string, init: RequestInit, status: number, body: unknown]>([
    ['/v1/nothing', {}, 403, { message: 'Missing Authentication Token' }],
    ['/v1/loans/7', {}, 401, { code: 'UNAUTHORIZED', detail: 'Unauthorized' }],
    [
      '/v1/loans/7',
      { headers: { authorization: 'Basic x' } },
      401,
      { code: 'UNAUTHORIZED', detail: 'Unauthorized' },
    ],
    [
      '/v1/loans/7',
      { headers: { authorization: 'Bearer denied' } },
      403,
      { message: 'User is not authorized to access this resource with an explicit deny' },
    ],
    [
      '/v1/loans/7',
      { headers: { authorization: 'Bearer broken' } },
      500,
      { message: 'Internal server error' },
    ],
    ['/v1/open/malformed', {}, 502, { message: 'Internal server error' }],
    ['/v1/open/slow', {}, 504, { message: 'Endpoint request timed out' }],
    [
      '/v1/open/x',
      { method: 'POST', body: 'x'.repeat(10 * 1024 * 1024 + 1) },
      413,
      { message: 'Request Entity Too Large' },
    ],
  ])('%s %o is answered %d', async (path, init, status, body) => {
    const response = await request(path, init);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual(body);
  });

  it('passes the authorizer’s context on as text and asks it once for as long as its answer lives', async () => {
    const asked = (): number => cloud.meter.reading().callsByFunction['probe-web']?.['dynamodb:PutItem'] ?? 0;
    const before = asked();
    for (const id of ['1', '2', '3']) {
      const response = await request(`/v1/loans/${id}`, { headers: { authorization: 'Bearer good' } });
      const event = (await response.json()) as { pathParameters: Json; requestContext: { authorizer: Json } };
      expect(event.pathParameters).toEqual({ id });
      expect(event.requestContext.authorizer).toMatchObject({
        principalId: 'avery',
        role: 'officer',
        level: '3',
      });
    }
    expect(asked() - before).toBe(1);
  });

  it('answers preflight as the template says', async () => {
    const response = await request('/v1/loans/7', {
      method: 'OPTIONS',
      headers: { origin: 'https://app.example' },
    });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([
      204,
      'https://app.example',
    ]);
  });

  it('refuses what goes over the stage’s rate', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 60 }, async () => (await request('/v1/loans/1', { method: 'OPTIONS' })).status),
    );
    expect(statuses).toContain(429);
    await control('clock', { advanceSeconds: 60 });
  });
});

describe('faults and meters', () => {
  it('a function can be killed after its nth write: the write stands, the next does not', async () => {
    await control('faults', {
      effect: 'crash',
      function: 'probe-task',
      service: 'dynamodb',
      operation: 'write',
    });
    const outcome = await invoke('probe-task', { do: 'put2', id: 'crash#' });
    expect(outcome).toMatchObject({
      functionError: 'Unhandled',
      payload: { errorType: 'Runtime.ExitError' },
    });
    expect(await item('crash#1')).toBeDefined();
    expect(await item('crash#2')).toBeUndefined();
    expect(await invoke('probe-task', { do: 'put2', id: 'crash#' })).toEqual({ payload: 'both' });
    await control('faults', undefined, 'DELETE');
  });

  it('a throttled call is refused under DynamoDB’s own name, for as many calls as the rule says', async () => {
    await control('faults', { effect: 'throttle', service: 'dynamodb', times: 1 });
    const refused = await invoke('probe-task', { do: 'put', id: 'throttled' });
    expect(refused.payload).toMatchObject({ status: 400, __type: 'ProvisionedThroughputExceededException' });
    expect((await invoke('probe-task', { do: 'put', id: 'throttled' })).payload).toEqual({ status: 200 });
  });

  it('refuses a rule it does not understand', async () => {
    const response = await control('faults', { effect: 'meteor' });
    expect(response.status).toBe(400);
  });

  it('meters capacity by table and by function, hiding what the caller did not ask for', async () => {
    await control('meter', undefined, 'DELETE');
    expect(
      (await invoke('probe-task', { do: 'put', id: 'metered', more: { text: { S: 'x'.repeat(1500) } } }))
        .payload,
    ).toEqual({ status: 200 });
    const reading = cloud.meter.reading();
    expect(reading.dynamodb.byFunction['probe-task']).toEqual({ readUnits: 0, writeUnits: 2 });
    expect(reading.calls['dynamodb:PutItem']).toBe(1);
    expect(reading.lambda['probe-task']).toMatchObject({ invocations: 1, failures: 0 });
  });
});

describe('a restart', () => {
  it('keeps items, clock and stream checkpoints', async () => {
    await control('clock', { advanceSeconds: 5000 });
    const offset = cloud.clock.offsetMs;
    await call('dynamodb', 'PutItem', { TableName: 'probe-items', Item: { pk: { S: 'item#kept' } } });
    await vi.waitFor(async () => expect(await item('stream#INSERT#item#kept')).toBeDefined(), eventually);
    await cloud.stop();
    cloud = await start();
    expect(cloud.clock.offsetMs).toBe(offset);
    expect(await item('item#kept')).toBeDefined();
    await call('dynamodb', 'DeleteItem', {
      TableName: 'probe-items',
      Key: { pk: { S: 'stream#INSERT#item#kept' } },
    });
    await call('dynamodb', 'PutItem', { TableName: 'probe-items', Item: { pk: { S: 'item#later' } } });
    await vi.waitFor(async () => expect(await item('stream#INSERT#item#later')).toBeDefined(), eventually);
    expect(await item('stream#INSERT#item#kept')).toBeUndefined();
  }, 20_000);

  it('a second start on the same state folder is told so', async () => {
    await expect(start()).rejects.toThrow(/Another local cloud is running on the state folder/);
  });
});
