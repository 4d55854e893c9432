import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  InterestReceiptSchema,
  interestOfYear,
} from '../../../../lambdas/rules/interest-reporting/interest-by-year.ts';
import {
  PointsFactsSchema,
  reportablePoints,
} from '../../../../lambdas/rules/interest-reporting/reportable-points.ts';
import { addDays, calendarDate as day } from '../../../../lambdas/shared/calendar.ts';
import { interestStatement } from '../../../../lambdas/rules/interest-reporting/interest-statement.ts';
import type { InterestStatementInput } from '../../../../lambdas/rules/interest-reporting/interest-statement.ts';

const receipt = (receivedOn: string, accruesFromOn: string, accruesThroughOn: string, more: object = {}) => ({
  receivedOn,
  accruesFromOn,
  accruesThroughOn,
  amountCents: 31_000,
  ...more,
});
const parsed = (...args: Parameters<typeof receipt>) => InterestReceiptSchema.parse(receipt(...args));
const years = (each: ReturnType<typeof parsed>, include = true) =>
  [2025, 2026, 2027].map((year) => interestOfYear(each, year, include));

describe('interest', () => {
  it.each([
    ['earned and received in the year', parsed('2026-12-28', '2026-12-01', '2026-12-31'), [0, 31_000, 0]],
    ['late, for an earlier year', parsed('2026-02-10', '2025-11-01', '2025-11-30'), [0, 31_000, 0]],
    ['prepaid but accrued by January 15', parsed('2026-12-31', '2026-12-05', '2027-01-05'), [0, 31_000, 0]],
    ['prepaid beyond January 15', parsed('2026-12-31', '2026-12-22', '2027-01-21'), [0, 10_000, 21_000]],
    ['prepaid for January', parsed('2026-12-30', '2027-01-01', '2027-01-31'), [0, 0, 31_000]],
  ])('%s', (_title, each, expected) => {
    expect(years(each)).toEqual(expected);
  });

  it('prepaid to mid-January may be split instead', () => {
    expect(years(parsed('2026-12-31', '2026-12-06', '2027-01-05'), false)).toEqual([0, 26_000, 5_000]);
  });

  it('is whole over the years', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.integer({ min: -60, max: 60 }),
        fc.integer({ min: 0, max: 400 }),
        fc.boolean(),
        (amountCents, offset, length, include) => {
          const from = addDays(day('2026-12-31'), offset);
          const each = parsed('2026-12-31', from, addDays(from, length), { amountCents });
          const spread = [2026, 2027, 2028].map((year) => interestOfYear(each, year, include));
          expect(spread.reduce((sum, part) => sum + part, 0)).toBe(amountCents);
        },
      ),
      { numRuns: 80 },
    );
  });
});

describe('points', () => {
  const facts = (more: object = {}) =>
    PointsFactsSchema.parse({
      amountCents: 400_000,
      principalCents: 40_000_000,
      closedOn: '2026-06-15',
      purpose: 'purchase',
      securesPrincipalResidence: true,
      isDesignatedAsPoints: true,
      isPercentageOfPrincipal: true,
      isCustomary: true,
      ownFundsCents: 5_000_000,
      ...more,
    });

  it.each([
    ['all conditions met', {}, 2026, 400_000],
    ['construction of the home', { purpose: 'construction' }, 2026, 400_000],
    ['own funds for a part', { ownFundsCents: 150_000 }, 2026, 150_000],
    ['the seller’s money', { ownFundsCents: 150_000, sellerPaidCents: 100_000 }, 2026, 250_000],
    [
      'construction refinanced',
      { purpose: 'refinance-of-construction', constructionDebtCents: 40_000_000 },
      2026,
      400_000,
    ],
    [
      'more than the construction refinanced',
      { purpose: 'refinance-of-construction', constructionDebtCents: 30_000_000 },
      2026,
      300_000,
    ],
    ['principal of $750,000', { principalCents: 75_000_000 }, 2026, 400_000],
    ['principal beyond $750,000', { principalCents: 80_000_000 }, 2026, 375_000],
    [
      'such principal by an earlier contract',
      { principalCents: 80_000_000, hasEarlierContract: true },
      2026,
      400_000,
    ],
    ['such principal until 2017', { principalCents: 80_000_000, closedOn: '2017-12-15' }, 2017, 400_000],
    [
      'principal beyond $1,000,000 until 2017',
      { principalCents: 125_000_000, closedOn: '2017-12-15' },
      2017,
      320_000,
    ],
    [
      'own funds for less than the principal allows',
      { principalCents: 80_000_000, ownFundsCents: 150_000 },
      2026,
      150_000,
    ],
    ['another year', {}, 2027, 0],
    ['a refinance', { purpose: 'refinance' }, 2026, 0],
    ['an improvement', { purpose: 'improvement' }, 2026, 0],
    ['a second home', { securesPrincipalResidence: false }, 2026, 0],
    ['no name as points', { isDesignatedAsPoints: false }, 2026, 0],
    ['a flat amount', { isPercentageOfPrincipal: false }, 2026, 0],
    ['more than is usual', { isCustomary: false }, 2026, 0],
  ])('with %s', (_title, more, year, amountCents) => {
    expect(reportablePoints(facts(more), year).amountCents).toBe(amountCents);
  });

  it('are held to the conditions of the regulation by number', () => {
    expect(reportablePoints(facts(), 2026).checks.map(({ citation }) => citation)).toEqual([
      'Instructions for Form 1098, Points',
      ...['i', 'ii', 'iii', 'iv'].map((number) => `1.6050H-1(f)(1)(${number})`),
    ]);
  });

  it('say what was owed for a construction that they refinance', () => {
    expect(() => facts({ purpose: 'refinance-of-construction' })).toThrow('construction');
  });
});

const input = (more: Partial<InterestStatementInput> = {}): InterestStatementInput => ({
  year: 2026,
  originatedOn: '2024-03-20',
  balances: [
    { on: '2024-03-20', amountCents: 20_000_000 },
    { on: '2025-12-01', amountCents: 19_600_000 },
    { on: '2026-01-01', amountCents: 19_580_000 },
  ],
  receipts: [receipt('2026-02-01', '2026-01-01', '2026-01-31', { amountCents: 100_000 })],
  borrowers: [{ kind: 'individual' }, { kind: 'individual' }],
  ...more,
});

describe('the statement of mortgage interest', () => {
  it('states the principal of January 1 before that day’s payment', () => {
    expect(interestStatement(input())).toMatchObject({
      isRequired: true,
      box1InterestCents: 100_000,
      box2PrincipalCents: 19_600_000,
      box2AsOfOn: '2026-01-01',
      box3OriginatedOn: '2024-03-20',
      box4RefundCents: 0,
      box6PointsCents: 0,
    });
  });

  it('states the principal of the day a mortgage was made or bought in the year', () => {
    const made = interestStatement(input({ year: 2024 }));
    expect([made.box2PrincipalCents, made.box2AsOfOn, made.box11AcquiredOn]).toEqual([
      20_000_000,
      '2024-03-20',
      undefined,
    ]);
    const bought = interestStatement(input({ acquiredOn: '2026-01-01' }));
    expect([bought.box2PrincipalCents, bought.box11AcquiredOn]).toEqual([19_580_000, '2026-01-01']);
    expect(() => interestStatement(input({ year: 2020, originatedOn: '2019-01-01' }))).toThrow('principal');
  });

  it('counts everyone who pays for the borrower, and no subsidy, buydown or charge for a service', () => {
    const at = ['2026-05-01', '2026-04-01', '2026-04-30'] as const;
    const receipts = [
      receipt(...at, { from: 'third-party' }),
      receipt(...at, { kind: 'late-charge', amountCents: 2_000 }),
      receipt(...at, { kind: 'prepayment-penalty', amountCents: 40_000 }),
      receipt(...at, { kind: 'late-charge-for-service' }),
      receipt(...at, { from: 'seller-buydown' }),
      receipt(...at, { from: 'government-subsidy' }),
    ] as InterestStatementInput['receipts'];
    expect(interestStatement(input({ receipts })).box1InterestCents).toBe(73_000);
  });

  it.each([
    ['at $600 of interest', 60_000, true],
    ['below it', 59_999, false],
  ])('is required %s', (_title, amountCents, isRequired) => {
    const receipts = [receipt('2026-02-01', '2026-01-01', '2026-01-31', { amountCents })];
    expect(interestStatement(input({ receipts })).isRequired).toBe(isRequired);
    expect(interestStatement(input({ receipts, borrowers: [{ kind: 'entity' }] })).isRequired).toBe(false);
  });

  it('nets what is given back of the same year, and states what is given back of earlier ones', () => {
    const refunds = [
      { on: '2026-08-01', amountCents: 5_000, receivedInYear: 2026 },
      { on: '2026-08-01', amountCents: 61_000, receivedInYear: 2024 },
      { on: '2025-08-01', amountCents: 9_000, receivedInYear: 2024 },
      { on: '2026-08-01', amountCents: 3_000, receivedInYear: 2023, wasReportable: false },
    ];
    const stated = interestStatement(input({ refunds }));
    expect([stated.box1InterestCents, stated.box4RefundCents]).toEqual([95_000, 61_000]);
    const refunded = interestStatement(input({ refunds, receipts: [] }));
    expect(refunded.isRequired).toBe(true);
    expect(refunded.checks.map(({ citation }) => citation)).toEqual([
      '26 USC 6050H(a)(2)',
      '26 USC 6050H(a)(2)',
      '1.6050H-2(a)(2)(iv)(A)',
      '26 USC 6050H(h)',
    ]);
  });

  it.each([
    [2011, true],
    [2012, false],
    [2013, true],
    [2021, true],
    [2022, false],
    [2025, false],
    [2026, true],
  ])('states mortgage insurance of %i: %s', (year, isReported) => {
    const premium = (originatedOn: string, insuranceIssuedOn?: string) =>
      interestStatement(
        input({
          year,
          originatedOn,
          ...(insuranceIssuedOn ? { insuranceIssuedOn } : {}),
          balances: [{ on: originatedOn, amountCents: 20_000_000 }],
          mortgageInsurance: [{ on: `${year}-05-01`, amountCents: 60_000 }],
        }),
      ).box5MortgageInsuranceCents;
    expect(premium('2007-01-01')).toBe(isReported ? 60_000 : undefined);
    expect(premium('2006-12-31')).toBeUndefined();
    expect(premium('2006-12-31', '2007-01-01')).toBe(isReported ? 60_000 : undefined);
  });

  it('leaves out insurance under $600, and counts several properties and payments out of escrow', () => {
    const stated = interestStatement(
      input({
        mortgageInsurance: [{ on: '2026-05-01', amountCents: 59_999 }],
        properties: 3,
        otherPaid: { realEstateTaxCents: 300_000, insuranceCents: 120_000 },
      }),
    );
    expect(stated.box5MortgageInsuranceCents).toBeUndefined();
    expect(stated).toMatchObject({ box9Properties: 3, box10Other: { realEstateTaxCents: 300_000 } });
  });

  it('is due on the next day that is no weekend', () => {
    expect(interestStatement(input())).toMatchObject({
      furnishBy: { on: '2027-02-01' }, // January 31 is a Sunday
      fileOnPaperBy: { on: '2027-03-01' },
      fileElectronicallyBy: { on: '2027-03-31' },
    });
  });
});
