import { setTimeout as sleep } from 'node:timers/promises';
import type { Road } from './road-cloud.ts';

/** Nothing runs, and nothing has run for a moment: what is left waits for an hour on the clock. */
async function untilQuiet({ cloud }: Road, forMs = 300): Promise<void> {
  let last = '';
  let since = performance.now();
  for (;;) {
    const { lambda, stateTransitions } = cloud.meter.reading();
    const ran = Object.values(lambda).reduce((sum, { invocations }) => sum + invocations, 0);
    const pulse = `${ran} ${stateTransitions}`;
    if (cloud.invocationsUnderWay() > 0 || pulse !== last) since = performance.now();
    else if (performance.now() - since > forMs) return;
    last = pulse;
    await sleep(50);
  }
}

/**
 * Lets the cloud work until it is quiet and `isDone`; where only time is wanted (a lease, a visibility time-out, a retry),
 * it moves the clock. Throws with what is left when `mostSteps` moves did not help.
 */
export async function settle(
  road: Road,
  isDone: () => Promise<boolean>,
  { stepSeconds = 40, mostSteps = 120 } = {},
): Promise<{ steps: number }> {
  for (let steps = 0; ; steps += 1) {
    await untilQuiet(road);
    if (await isDone()) return { steps };
    if (steps >= mostSteps)
      throw new Error(
        `not done after ${steps} moves of the clock; left: ${JSON.stringify(road.control.messages())}`,
      );
    road.control.advanceSeconds(stepSeconds);
  }
}

/** True when no queue but the dead letters holds a message. */
export const isDrained = ({ control }: Road): boolean =>
  Object.keys(control.messages()).every((queue) => /dead|dlq/i.test(queue));
