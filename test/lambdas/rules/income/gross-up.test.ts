import { expect, it } from 'vitest';
import { grossUp } from '../../../../lambdas/rules/income/gross-up.ts';
import { ppm } from '../../../../lambdas/shared/rate.ts';
import { cite, citeCents } from './cite.ts';

it('adds a quarter of the nontaxable part, rounded half up, and cites both inputs', () => {
  const line = grossUp(citeCents(100_002, 'benefit'), cite(ppm(1_000_000), 'nontaxable'));
  expect(line.amountCents).toBe(25_001);
  expect(line.inputs.map(({ evidence }) => evidence?.field)).toEqual(['benefit', 'nontaxable']);
});
