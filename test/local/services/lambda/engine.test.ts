import { describe, expect, it } from 'vitest';
import { lambdaEngine, type LambdaEngine } from '../../../../local/services/lambda/engine.ts';
import type { FunctionConfig } from '../../../../local/services/lambda/function-config.ts';
import type { InvokeOutcome } from '../../../../local/services/service.ts';
import { memoryStore } from '../../../../local/runtime/memory-store.ts';
import { engineContext, type TestContext } from '../../../support/engine-context.ts';

const config: FunctionConfig = {
  name: 'notify',
  arn: 'arn:aws:lambda:us-east-1:000000000000:function:notify',
  folder: '/nowhere',
  handler: 'index.handler',
  runtime: 'nodejs24.x',
  timeoutSeconds: 3,
  memoryMb: 128,
  environment: {},
  reserved: undefined,
  deadLetterArn: 'arn:aws:sqs:us-east-1:000000000000:notify-dead',
  layers: 0,
};
const failed: InvokeOutcome = { payload: { errorType: 'Unavailable' }, functionError: 'Unhandled' };

function engineWith(
  context: TestContext,
  answer: () => InvokeOutcome | Promise<InvokeOutcome>,
): { engine: LambdaEngine; runs: string[] } {
  const runs: string[] = [];
  const engine = lambdaEngine(context, async (_, _requestId, event) => {
    runs.push(event);
    return await answer();
  });
  engine.putFunction(config);
  return { engine, runs };
}

describe('asynchronous invocation', () => {
  it('tries twice more, after one minute and two, then hands the event to the dead letter target', async () => {
    const context = engineContext();
    const { engine, runs } = engineWith(context, () => failed);
    engine.invokeLater('notify', { id: 1 });
    await context.clock.advance(0);
    expect(runs).toHaveLength(1);
    await context.clock.advance(59_000);
    expect(runs).toHaveLength(1);
    await context.clock.advance(1_000);
    expect(runs).toHaveLength(2);
    await context.clock.advance(120_000);
    expect(runs).toEqual(['{"id":1}', '{"id":1}', '{"id":1}']);
    expect(context.neighbours.delivered).toEqual([{ targetArn: config.deadLetterArn, payload: { id: 1 } }]);
    await context.clock.advance(3_600_000);
    expect(runs).toHaveLength(3);
  });

  it('is not forgotten by a restart between two attempts', async () => {
    const store = memoryStore();
    const first = engineContext({ store });
    engineWith(first, () => failed).engine.invokeLater('notify', { id: 2 });
    await first.clock.advance(10);
    const second = engineContext({ store });
    const { engine, runs } = engineWith(second, () => ({ payload: 'ok' }));
    engine.start();
    await second.clock.advance(120_000);
    expect(runs).toEqual(['{"id":2}']);
    await second.clock.advance(3_600_000);
    expect(runs).toHaveLength(1);
  });
});

describe('synchronous invocation', () => {
  it('finds a function by name, ARN and qualified ARN, and names the one it does not know', async () => {
    const { engine, runs } = engineWith(engineContext(), () => ({ payload: 'ok' }));
    for (const name of ['notify', config.arn, `${config.arn}:live`]) await engine.invoke(name, {});
    expect(runs).toHaveLength(3);
    await expect(engine.invoke('nobody', {})).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
      status: 404,
    });
  });

  it('refuses more than 6 MB before anything runs', async () => {
    const { engine, runs } = engineWith(engineContext(), () => ({ payload: 'ok' }));
    await expect(engine.invoke('notify', 'x'.repeat(6_291_456))).rejects.toMatchObject({
      code: 'RequestEntityTooLargeException',
      status: 413,
    });
    expect(runs).toEqual([]);
  });

  it('refuses what goes over the reserved concurrency', async () => {
    const { engine } = engineWith(
      engineContext(),
      async () => await new Promise<InvokeOutcome>(() => undefined),
    );
    engine.putFunction({ ...config, reserved: 1 });
    void engine.invoke('notify', {});
    await expect(engine.invoke('notify', {})).rejects.toMatchObject({
      code: 'TooManyRequestsException',
      status: 429,
    });
  });
});
