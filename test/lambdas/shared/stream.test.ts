import type { DynamoDBStreamEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { streamFunction } from '../../../lambdas/shared/stream.ts';
import { lambdaContext } from '../../support/api-event.ts';

const event: DynamoDBStreamEvent = { Records: [] };

describe('a consumer of a table stream', () => {
  it('answers with the records that failed', async () => {
    const reply = { batchItemFailures: [{ itemIdentifier: '7' }] };
    expect(
      await streamFunction({ consumer: 'c', wire: () => ({}), run: async () => reply })(event, lambdaContext),
    ).toEqual(reply);
  });

  it('fails the batch without what the error quoted', async () => {
    const run = async () => {
      throw new Error('900-11-2222');
    };
    const said: unknown = await streamFunction({ consumer: 'c', wire: () => ({}), run })(
      event,
      lambdaContext,
    ).catch((error: unknown) => error);
    expect(said).toBeInstanceOf(Error);
    const everything = Object.getOwnPropertyNames(said).map((name) =>
      String(Reflect.get(said as Error, name)),
    );
    expect(everything.join(' ')).not.toContain('900-11-2222');
  });

  it('wires again after a wiring that failed, and once after one that did not', async () => {
    let wirings = 0;
    const handler = streamFunction({
      consumer: 'c',
      wire: () => {
        wirings += 1;
        if (wirings === 1) throw new Error('env');
        return {};
      },
      run: async () => ({ batchItemFailures: [] }),
    });
    await expect(handler(event, lambdaContext)).rejects.toThrow('see its log');
    await handler(event, lambdaContext);
    await handler(event, lambdaContext);
    expect(wirings).toBe(2);
  });
});
