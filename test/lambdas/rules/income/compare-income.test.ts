import { describe, expect, it } from 'vitest';
import { compareIncome } from '../../../../lambdas/rules/income/compare-income.ts';
import { cents } from '../../../../lambdas/shared/money.ts';
import { ppm } from '../../../../lambdas/shared/rate.ts';
import { citeCents } from './cite.ts';

const silent = { kind: 'no-answer', reason: 'the provider did not answer' } as const;
const answered = (amount: number) =>
  ({ kind: 'answered', monthlyAmountCents: citeCents(amount, 'record') }) as const;
const kinds = (input: Parameters<typeof compareIncome>[0]) => compareIncome(input).map(({ kind }) => kind);

describe('stated, documented and the employer’s record', () => {
  it.each([
    [525_000, 515_000, ['agreement', 'agreement']],
    [525_001, 515_001, ['disagreement', 'disagreement']],
    [475_000, 485_000, ['agreement', 'agreement']],
    [474_999, 484_999, ['disagreement', 'disagreement']],
  ])('stated %i and record %i against documents of 500,000', (stated, record, expected) => {
    const input = { stated: citeCents(stated), documented: citeCents(500_000), employer: answered(record) };
    expect(kinds(input)).toEqual(expected);
  });

  it('an employer that did not answer is no disagreement', () => {
    const findings = compareIncome({
      stated: citeCents(500_000),
      documented: citeCents(500_000),
      employer: silent,
    });
    expect(findings).toMatchObject([{ kind: 'agreement' }, { kind: 'no-answer', reason: silent.reason }]);
  });

  it('nothing is weighed against documents that gave no amount', () => {
    expect(kinds({ stated: citeCents(500_000), employer: answered(1) })).toEqual(['no-answer', 'no-answer']);
    expect(kinds({ documented: citeCents(500_000), employer: silent })).toEqual(['no-answer', 'no-answer']);
  });

  it('small amounts agree within the tolerance in cents', () => {
    expect(
      kinds({ stated: citeCents(20_000), documented: citeCents(10_000), employer: answered(15_001) }),
    ).toEqual(['agreement', 'disagreement']);
  });

  it('a documented zero has no share to compare by', () => {
    const [finding] = compareIncome({
      stated: citeCents(10_001),
      documented: citeCents(0),
      employer: silent,
    });
    expect(finding).toMatchObject({ kind: 'disagreement', differenceCents: 10_001 });
    expect(finding).not.toHaveProperty('differencePpm');
  });

  it('tolerances are data, and findings show them with both places', () => {
    const strict = { tolerancePpm: ppm(0), toleranceCents: cents(0) };
    const [finding] = compareIncome(
      { stated: citeCents(440_000, 'stated'), documented: citeCents(400_000, 'gross'), employer: silent },
      { 'stated-against-documented': strict, 'employer-against-documented': strict },
    );
    expect(finding).toMatchObject({
      kind: 'disagreement',
      differenceCents: 40_000,
      differencePpm: 100_000,
      tolerance: strict,
      evidence: [{ field: 'stated' }, { field: 'gross' }],
    });
  });
});
