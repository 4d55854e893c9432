import { describe, expect, it } from 'vitest';
import { StateSchema } from '../../../lambdas/shared/us-states.ts';

describe('a state', () => {
  it.each(['OH', 'DC', 'PR'])('is %s', (code) => expect(StateSchema.safeParse(code).success).toBe(true));
  it.each(['ZZ', 'oh', 'Ohio', ''])('is not %j', (code) =>
    expect(StateSchema.safeParse(code).success).toBe(false),
  );
});
