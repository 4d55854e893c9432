import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AccountReviewSchema,
  PricingFactsSchema,
  accountReviewNotice,
  pricingNotice,
} from '../../../../lambdas/rules/decisions/pricing-notice.ts';
import { comparePricing, topTiers } from '../../../../lambdas/rules/decisions/pricing-comparison.ts';
import { pricingContents } from '../../../../lambdas/rules/decisions/pricing-contents.ts';
import { ppm } from '../../../../lambdas/shared/rate.ts';

const facts = {
  isConsumerCredit: true,
  usedConsumerReport: true,
  method: { kind: 'credit-score-proxy', score: 700, cutoffScore: 720 },
  exceptions: { isSecuredByOneToFourUnits: true },
  scoreObtainedOn: '2026-06-02',
  decisionToldOn: '2026-06-20',
  consummationOn: '2026-07-01',
};
const found = (change: object) => pricingNotice(PricingFactsSchema.parse({ ...facts, ...change }));
const excepted = (change: object) => found({ exceptions: { ...facts.exceptions, ...change } });
const given = { sentOn: '2026-06-05', wentToEachConsumer: true };

describe('risk-based pricing', () => {
  it.each([
    ['below the cutoff', 700, true],
    ['at the cutoff', 720, false],
    ['no score', undefined, true],
  ])('by score: %s', (_what, score, isLessFavorable) => {
    const method = { kind: 'credit-score-proxy' as const, score, cutoffScore: 720 };
    expect(comparePricing(method).isLessFavorable).toBe(isLessFavorable);
  });

  it('by direct comparison: from the difference that the lender holds significant', () => {
    const compared = (aprPpm: number) =>
      comparePricing({
        kind: 'direct-comparison',
        aprPpm: ppm(aprPpm),
        bestAprPpm: ppm(62_500),
        significantPpm: ppm(1_250),
      }).isLessFavorable;
    expect([62_500, 63_749, 63_750].map(compared)).toEqual([false, false, true]);
  });

  it.each([
    [2, 1],
    [4, 1],
    [5, 2],
    [7, 2],
    [8, 3],
    [9, 3],
    [10, 4],
  ])('of %i tiers the first %i get no notice', (tiers, top) => {
    expect(topTiers(tiers)).toBe(top);
  });

  it('the tiers without notice are the first two, or 30 to 40 percent of all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 1000 }), (tiers) => {
        const top = topTiers(tiers);
        expect(top === 2 || (top * 10 >= tiers * 3 && top * 10 <= tiers * 4)).toBe(true);
        expect(top).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  it.each([
    [{ isConsumerCredit: false }, '1022.70(a)'],
    [{ usedConsumerReport: false }, '1022.72(a)(1)'],
    [{ isInitialCreditor: false }, '1022.75(b)(2)'],
  ])('no notice with %j', (change, citation) => {
    expect(found(change)).toMatchObject({ isRequired: false, citation });
  });

  it('a notice where nothing relieves of it', () => {
    expect(found({})).toMatchObject({ isRequired: true, citation: '1022.72(b)(1)(i)' });
    expect(found({ method: { ...facts.method, score: 800 } }).isRequired).toBe(false);
  });

  it.each([
    ['terms applied for', { grantedTermsApplied: true }, '1022.74(a)'],
    ['an adverse action notice', { adverseActionNoticeGiven: true }, '1022.74(b)'],
    ['a prescreened firm offer', { isPrescreenedFirmOffer: true }, '1022.74(c)'],
    ['the score disclosure of a home loan', { scoreNotice: given }, '1022.74(d)'],
    ['on the last day', { scoreNotice: { ...given, sentOn: '2026-07-01' } }, '1022.74(d)'],
    ['that of another loan', { scoreNotice: given, isSecuredByOneToFourUnits: false }, '1022.74(e)'],
    ['the notice that there is no score', { noScoreNotice: given }, '1022.74(f)'],
  ])('%s relieves of it', (_what, change, citation) => {
    expect(excepted(change)).toMatchObject({ isRequired: false, citation });
  });

  it.each([
    [
      'terms that the lender specified from a later report',
      { grantedTermsApplied: true, termsSpecifiedFromLaterReport: true },
    ],
    ['a score disclosure after closing', { scoreNotice: { ...given, sentOn: '2026-07-02' } }],
    ['a score disclosure to one of two', { scoreNotice: { ...given, wentToEachConsumer: false } }],
    ['no score here, one elsewhere', { noScoreNotice: given, scoreObtainedElsewhere: true }],
  ])('%s does not', (_what, change) => {
    expect(excepted(change).isRequired).toBe(true);
  });

  it('each notice has its span', () => {
    const on = Object.fromEntries(found({}).dates.map((entry) => [entry.id, entry.on]));
    expect(on).toMatchObject({
      'score-notice': '2026-06-02',
      'score-notice-by': '2026-07-01',
      'pricing-notice': '2026-06-20',
      'pricing-notice-by': '2026-07-01',
    });
  });

  it.each([
    [{ raisedApr: false }, false, undefined],
    [{ adverseActionNoticeGiven: true }, false, undefined],
    [{ toldOn: '2026-05-20' }, true, '2026-05-20'],
    [{ toldOn: '2026-05-31' }, true, '2026-05-31'],
    [{ toldOn: '2026-06-01' }, true, '2026-06-06'],
    [{}, true, '2026-06-06'],
    [{ toldOn: '2026-06-02' }, true, '2026-06-06'],
  ])('a review of an account with %j', (change, isRequired, by) => {
    const review = { usedConsumerReport: true, raisedApr: true, effectiveOn: '2026-06-01', ...change };
    const notice = accountReviewNotice(AccountReviewSchema.parse(review));
    expect([notice.isRequired, notice.by]).toEqual([isRequired, by]);
  });

  it.each([
    ['risk-based-pricing', 'H-6', 14, '1022.73(a)(1)(ix)(F)'],
    ['account-review', 'H-7', 14, '1022.73(a)(2)(ix)(F)'],
    ['score-disclosure-home', 'H-3', 9, '1022.74(d)(1)(ii)(I)'],
    ['score-disclosure-other', 'H-4', 12, '1022.74(e)(1)(ii)(L)'],
    ['no-score', 'H-5', 9, '1022.74(f)(1)(iii)(I)'],
  ] as const)('a notice of %s is form %s: %i statements to the last paragraph', (kind, form, count, last) => {
    const { modelForm, statements } = pricingContents(kind, true);
    expect([modelForm, statements.length, statements.at(-1)?.citation]).toEqual([form, count, last]);
    expect(new Set(statements.map(({ id }) => id)).size).toBe(count);
    expect(new Set(statements.map(({ citation }) => citation)).size).toBe(count);
  });

  it('says nothing of a score that was not used', () => {
    expect(found({ usedScore: false }).contents).toMatchObject({ modelForm: 'H-1' });
    expect(pricingContents('account-review', false)).toMatchObject({ modelForm: 'H-2' });
    expect(found({ usedScore: false }).contents?.statements).toHaveLength(8);
  });
});
