import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { workerProcess } from '../../../../local/services/lambda/worker-process.ts';

it('a process that cannot start is an outcome at once, not a time-out', async () => {
  const worker = workerProcess(
    {
      name: 'probe',
      arn: 'arn:aws:lambda:us-east-1:000000000000:function:probe',
      folder: join(tmpdir(), 'no-such-folder-of-a-function'),
      handler: 'index.handler',
      runtime: 'nodejs24.x',
      timeoutSeconds: 60,
      memoryMb: 128,
      environment: {},
      reserved: undefined,
      deadLetterArn: undefined,
      layers: 0,
    },
    {
      region: 'us-east-1',
      awsEndpoint: 'http://127.0.0.1:9',
      clockOffsetMs: 0,
      compileCache: undefined,
      appId: 'w1',
    },
    { preloadUrl: 'file:///none.mjs', mainFile: 'none.mjs' },
    () => undefined,
  );
  expect(await worker.invoke('request-1', '{}')).toMatchObject({
    functionError: 'Unhandled',
    payload: { errorType: 'Runtime.ExitError' },
  });
  expect(worker.alive).toBe(false);
});
