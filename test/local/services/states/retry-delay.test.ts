import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryDelayMs } from '../../../../local/services/states/retry-delay.ts';
import { matchesError } from '../../../../local/services/states/state-error.ts';
import { seededRandom } from '../../../../local/runtime/random.ts';

describe('the delay before a retry', () => {
  it.each([
    [{}, [1000, 2000, 4000]],
    [{ IntervalSeconds: 3, BackoffRate: 1 }, [3000, 3000, 3000]],
    [{ IntervalSeconds: 2, BackoffRate: 2.5, MaxDelaySeconds: 6 }, [2000, 5000, 6000]],
  ])('of %o is %o', (rule, expected) => {
    const delays = expected.map((_, retried) =>
      retryDelayMs({ ErrorEquals: ['X'], ...rule }, retried, seededRandom(1)),
    );
    expect(delays).toEqual(expected);
  });

  it('with full jitter lies between nothing and the delay without it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 600 }),
        fc.integer({ min: 0, max: 20 }),
        fc.integer(),
        (IntervalSeconds, retried, seed) => {
          const retrier = { ErrorEquals: ['X'], IntervalSeconds, MaxDelaySeconds: 3600 };
          const jittered = retryDelayMs({ ...retrier, JitterStrategy: 'FULL' }, retried, seededRandom(seed));
          return jittered >= 0 && jittered <= retryDelayMs(retrier, retried, seededRandom(seed));
        },
      ),
    );
  });
});

describe('an error name', () => {
  it.each<[string, string, boolean]>([
    ['Unavailable', 'Unavailable', true],
    ['Unavailable', 'unavailable', false],
    ['Unavailable', 'States.ALL', true],
    ['Unavailable', 'States.TaskFailed', true],
    ['States.Timeout', 'States.TaskFailed', false],
    ['States.Timeout', 'States.ALL', true],
    ['States.HeartbeatTimeout', 'States.Timeout', true],
    ['States.HeartbeatTimeout', 'States.HeartbeatTimeout', true],
    ['States.Timeout', 'States.HeartbeatTimeout', false],
    ['States.DataLimitExceeded', 'States.ALL', false],
    ['States.DataLimitExceeded', 'States.DataLimitExceeded', true],
    ['States.Runtime', 'States.ALL', false],
    ['States.Runtime', 'States.TaskFailed', false],
  ])('%s against %s: %s', (error, name, expected) => {
    expect(matchesError(error, [name])).toBe(expected);
  });
});
