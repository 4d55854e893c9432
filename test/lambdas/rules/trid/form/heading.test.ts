import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../../../lambdas/shared/calendar.ts';
import { closingOf, estimateOf, purchase, refinance } from './sample-loans.ts';
import { formDate, zoneName } from '../../../../../lambdas/rules/trid/form/form-date.ts';
import { loanPurpose } from '../../../../../lambdas/rules/trid/form/loan-purpose.ts';
import { loanTermRangeText, loanTermText } from '../../../../../lambdas/rules/trid/form/loan-term.ts';
import { rateLock } from '../../../../../lambdas/rules/trid/form/rate-lock.ts';

describe('the loan term, 1026.37(a)(8)', () => {
  it.each([
    [360, '30 years'],
    [185, '15 yr. 5 mo.'],
    [24, '2 years'],
    [16, '16 mo.'],
    [12, '1 year'],
    [6, '6 mo.'],
  ])('of %d months is printed %s', (months, text) => {
    expect(loanTermText(months)).toBe(text);
  });

  it('is a range where the obligation leaves it open', () => {
    expect(loanTermRangeText(330, 360)).toBe('27 yr. 6 mo. - 30 years');
  });
});

describe('the loan purpose, 1026.37(a)(9)', () => {
  it.each([
    [{ acquiresProperty: true, buildsDwelling: true }, 'Purchase'],
    [{ acquiresProperty: false, replacesSecuredObligation: true, buildsDwelling: true }, 'Refinance'],
    [{ acquiresProperty: false, buildsDwelling: true }, 'Construction'],
    [{ acquiresProperty: false }, 'Home Equity Loan'],
  ])('is the first that fits: %j', (facts, purpose) => {
    expect(loanPurpose(facts)).toBe(purpose);
  });
});

describe('the rate lock, 1026.37(a)(13)', () => {
  it.each([
    ['Eastern', '2026-03-07', 'EST'],
    ['Eastern', '2026-03-08', 'EDT'],
    ['Pacific', '2026-10-31', 'PDT'],
    ['Pacific', '2026-11-01', 'PST'],
    ['Arizona', '2026-07-01', 'MST'],
    ['Hawaii', '2026-07-01', 'HST'],
  ] as const)('names the time zone: %s on %s is %s', (zone, on, name) => {
    expect(zoneName(zone, calendarDate(on))).toBe(name);
  });

  it('states until when a locked rate holds, and when the other costs expire', () => {
    const costsExpire = { on: '2026-03-16', time: '5:00 p.m.', zone: 'Central' as const };
    const lockedUntil = { on: '2026-02-20', time: '9:30 a.m.', zone: 'Central' as const };
    expect(rateLock({ lockedUntil, costsExpire })).toMatchObject({
      locked: 'YES',
      until: 'until 2/20/2026 at 9:30 a.m. CST',
      statement: expect.stringMatching(/expire on 3\/16\/2026 at 5:00 p\.m\. CDT$/),
    });
    expect(rateLock({ costsExpire })).not.toHaveProperty('until');
    expect(() => rateLock({ costsExpire: { ...costsExpire, time: '17:00' } })).toThrow(/5:00 p\.m\./);
  });
});

describe('the heading of a Loan Estimate', () => {
  const labelled = (facts: typeof purchase) =>
    Object.fromEntries(estimateOf(facts).heading.lines.map(({ label, value }) => [label, value]));

  it('prints dates as months, days and years', () => {
    expect(formDate(calendarDate('2026-04-05'))).toBe('4/5/2026');
  });

  it('names price, term, purpose, product and type', () => {
    expect(labelled(purchase)).toMatchObject({
      'Date Issued': '6/3/2026',
      'Sale Price': '$250,000',
      'Loan Term': '30 years',
      Purpose: 'Purchase',
      Product: 'Fixed Rate',
      'Loan Type': 'Conventional',
    });
  });

  it('states a value where nothing is sold, on the Closing Disclosure as appraised once there is an appraisal', () => {
    expect(labelled(refinance)).toMatchObject({ 'Est. Prop. Value': '$260,000', Purpose: 'Refinance' });
    const value = { amountCents: 26_000_000, isAppraised: true };
    const appraised = { ...refinance, heading: { ...refinance.heading, value } };
    expect(labelled(appraised)).toMatchObject({ 'Est. Prop. Value': '$260,000' });
    const closing = (facts: typeof refinance) =>
      closingOf(facts).heading.lines.find(({ citation }) => citation === '1026.38(a)(3)(vii)');
    expect(closing(appraised)).toMatchObject({ label: 'Appraised Prop. Value', value: '$260,000' });
    expect(closing(refinance)).toMatchObject({ label: 'Estimated Prop. Value', value: '$260,000' });
  });

  it('states price and value as they are on both forms, without cents where there are none', () => {
    const priced = (facts: typeof purchase) =>
      [estimateOf(facts), closingOf(facts)].map(({ heading }) =>
        heading.lines.find(({ label }) => /Price|Value/.test(label)),
      );
    const { transaction } = purchase;
    if (transaction.tables !== 'standard' || !transaction.sale) throw new Error('not a sale');
    const sale = { ...transaction.sale, priceCents: 25_000_050 };
    expect(priced(purchase)).toMatchObject([{ value: '$250,000' }, { value: '$250,000' }]);
    expect(priced({ ...purchase, transaction: { tables: 'standard', sale } })).toMatchObject([
      { value: '$250,000.50' },
      { value: '$250,000.50' },
    ]);
  });
});
