import type { Pace } from '../../../lambdas/integrations/connector/pace.ts';
import type { Clock } from '../../../lambdas/shared/clock.ts';

/** A pause lets the others go on; the clock stands still until a test moves it; chance is in the middle. */
export const testPace = (clock: Clock): Pace => ({
  clock,
  pause: async () => await new Promise((resolve) => setTimeout(resolve, 1)),
  random: () => 0.5,
});
