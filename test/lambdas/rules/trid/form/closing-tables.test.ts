import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BorrowerAmountsSchema, SaleSchema } from '../../../../../lambdas/rules/trid/form/sale.ts';
import { borrowerSummary } from '../../../../../lambdas/rules/trid/form/borrower-summary.ts';
import { cashToClose } from '../../../../../lambdas/rules/trid/cash-to-close.ts';
import { cents } from '../../../../../lambdas/shared/money.ts';
import { closingCosts } from '../../../../../lambdas/rules/trid/closing-costs.ts';
import { costTable } from '../../../../../lambdas/rules/trid/form/cost-table.ts';
import { estimateCash } from '../../../../../lambdas/rules/trid/form/estimate-cash.ts';
import { payoffsTable } from '../../../../../lambdas/rules/trid/form/payoffs-and-payments.ts';
import { sellerSummary } from '../../../../../lambdas/rules/trid/form/seller-summary.ts';
import { shownLines } from '../../../../../lambdas/rules/trid/form/shown-lines.ts';
import { standardCashFacts } from '../../../../../lambdas/rules/trid/form/cash-facts.ts';
import type { CostItem } from '../../../../../lambdas/rules/trid/closing-costs.ts';
import type { Summary } from '../../../../../lambdas/rules/trid/form/summary-lines.ts';

const amount = fc.integer({ min: 0, max: 40_000_000 }).map((value) => cents(value));
const small = fc.integer({ min: 0, max: 900_000 }).map((value) => cents(value));
const named = fc.array(
  fc.record(
    {
      description: fc.constantFrom('Payoff', 'Gift', 'Principal Reduction'),
      amountCents: small,
      paidOutsideClosingBy: fc.constant('Lender'),
    },
    { requiredKeys: ['description', 'amountCents'] },
  ),
  { maxLength: 4 },
);
const prorations = fc.array(
  fc.record({ kind: fc.constant('other' as const), description: fc.constant('HOA'), amountCents: small }),
  { maxLength: 3 },
);
const anySale = fc
  .record({
    priceCents: amount,
    personalPropertyCents: small,
    assumedLoansCents: amount,
    sellerCreditsCents: small,
    deposit: fc.integer({ min: 0, max: 100 }),
    excess: fc.integer({ min: 0, max: 100 }),
    paidBySellerInAdvance: prorations,
    unpaidBySeller: prorations,
  })
  .map(({ deposit, excess, ...sale }) => {
    const depositCents = Math.floor((sale.priceCents * deposit) / 100);
    return SaleSchema.parse({
      ...sale,
      depositCents,
      excessDepositCents: Math.floor((depositCents * excess) / 100),
    });
  });
const anyAmounts = fc.record({ debtsSatisfied: named, otherDue: named, credits: named });
const sectionsOf = ['A', 'B', 'C', 'E', 'F', 'G', 'H'] as const;
const payers = [
  'borrower-at-closing',
  'borrower-before-closing',
  'seller',
  'seller-before-closing',
  'lender',
  'other',
] as const;
const anyItems: fc.Arbitrary<CostItem[]> = fc.array(
  fc.record({
    section: fc.constantFrom(...sectionsOf),
    name: fc.constantFrom('Fee', 'Tax', 'Premium'),
    amountCents: small,
    paidBy: fc.constantFrom(...payers),
  }),
  { maxLength: 12 },
);

describe('the summaries of transactions', () => {
  it('give the cash to close that the calculating cash to close table gives, with or without a sale', () => {
    fc.assert(
      fc.property(
        fc.option(anySale, { nil: undefined }),
        anyAmounts,
        amount,
        anyItems,
        small,
        (sale, raw, loanAmountCents, items, lenderCreditsCents) => {
          const amounts = BorrowerAmountsSchema.parse(raw);
          const { total } = costTable(items, lenderCreditsCents);
          const costs = closingCosts({ items, lenderCreditsCents }, 'closing-disclosure');
          const { totalClosingCostsCents, paidBeforeClosingCents } = costs;
          const loan = { loanAmountCents, totalClosingCostsCents, paidBeforeClosingCents };
          const table = cashToClose(standardCashFacts(sale, amounts, loan));
          const { calculation } = borrowerSummary(sale, amounts, {
            loanAmountCents,
            closingCostsAtClosingCents: total.borrowerAtClosingCents,
          });
          expect(calculation.cashToCloseCents).toBe(table.cashToCloseCents);
        },
      ),
      { numRuns: 300 },
    );
  });

  const addUp = ({ lines, totalCents }: Summary) =>
    expect(lines.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0)).toBe(totalCents);

  it('add up line by line, and show buyer and seller the same prorations, price and credit', () => {
    fc.assert(
      fc.property(anySale, anyAmounts, amount, (sale, raw, loanAmountCents) => {
        const loan = { loanAmountCents, closingCostsAtClosingCents: cents(0) };
        const buyer = borrowerSummary(sale, BorrowerAmountsSchema.parse(raw), loan);
        const seller = sellerSummary(sale, cents(0));
        for (const each of [buyer.due, buyer.paid, seller.due, seller.owed]) addUp(each);
        const shared = ({ lines }: Summary) =>
          lines
            .filter(({ label }) => /HOA|Sale Price|Seller Credit|Assumed/.test(label))
            .map((each) => each.amountCents);
        expect(shared(seller.due)).toEqual(shared(buyer.due));
        expect(shared(seller.owed)).toEqual(expect.arrayContaining(shared(buyer.paid)));
      }),
      { numRuns: 100 },
    );
  });

  it('leave what is paid outside of closing out of every total, and say who pays it', () => {
    const reduction = {
      description: 'Principal Reduction',
      amountCents: 50_000,
      paidOutsideClosingBy: 'Lender',
    };
    const amounts = BorrowerAmountsSchema.parse({ otherDue: [reduction] });
    const { due } = borrowerSummary(undefined, amounts, {
      loanAmountCents: cents(100),
      closingCostsAtClosingCents: cents(0),
    });
    expect(due.lines.at(-1)).toEqual({
      line: '02',
      label: '$500.00 Principal Reduction P.O.C. Lender',
      citation: '1026.38(j)(4)(i)',
    });
    expect(due.totalCents).toBe(0);
  });

  it('print taxes with their period, in the order of the form', () => {
    const sale = SaleSchema.parse({
      priceCents: 20_000_000,
      unpaidBySeller: [
        { kind: 'county-taxes', fromOn: '2026-01-01', toOn: '2026-04-15', amountCents: 36_500 },
        { kind: 'city-town-taxes', fromOn: '2026-01-01', toOn: '2026-04-15', amountCents: 10_000 },
      ],
    });
    expect(
      sellerSummary(sale, cents(0))
        .owed.lines.slice(-2)
        .map(({ label }) => label),
    ).toEqual(['City/Town Taxes 1/1/2026 to 4/15/2026', 'County Taxes 1/1/2026 to 4/15/2026']);
  });

  it.each([
    [{ depositCents: 2 }, /deposit is no more than the price/],
    [{ depositCents: 1, excessDepositCents: 2 }, /holds no more than the deposit/],
    [{ unpaidBySeller: [{ kind: 'county-taxes', amountCents: 1 }] }, /state the period/],
    [{ unpaidBySeller: [{ kind: 'other', amountCents: 1 }] }, /says what it is for/],
    [
      { unpaidBySeller: [{ kind: 'assessments', fromOn: '2026-02-01', toOn: '2026-01-01', amountCents: 1 }] },
      /ends on or after/,
    ],
  ])('refuse a sale that contradicts itself: %j', (more, message) => {
    expect(() => SaleSchema.parse({ priceCents: 1, ...more })).toThrow(message);
  });
});

describe('the closing cost tables', () => {
  it('have the totals of their columns, and the borrower’s column those of the forms', () => {
    fc.assert(
      fc.property(anyItems, small, (items, credits) => {
        const table = costTable(items, credits);
        const costs = closingCosts({ items, lenderCreditsCents: credits }, 'closing-disclosure');
        expect(table.total.borrowerPaidCents).toBe(costs.totalClosingCostsCents);
        expect(table.loanCosts.borrowerPaidCents).toBe(costs.loanCostsCents);
        expect(table.otherCosts.borrowerPaidCents).toBe(costs.otherCostsCents);
        expect(table.total.borrowerBeforeClosingCents).toBe(costs.paidBeforeClosingCents);
        const rows = table.sections.flatMap((section) => section.rows);
        const others = rows.reduce((sum, { othersCents }) => sum + othersCents, 0);
        expect(others).toBe(table.total.othersCents);
      }),
      { numRuns: 100 },
    );
  });

  it('put who pays a cost in columns of one row, with the lender’s mark', () => {
    const fee = {
      section: 'B' as const,
      name: 'Appraisal Fee',
      payee: 'Example Appraisers',
      amountCents: cents(300),
    };
    const items = [
      { ...fee, paidBy: 'borrower-before-closing' as const },
      { ...fee, paidBy: 'lender' as const },
    ];
    expect(costTable(items, cents(0)).sections[1]?.rows).toMatchObject([
      {
        line: '01',
        label: 'Appraisal Fee to Example Appraisers (L)',
        borrowerBeforeClosingCents: 300,
        othersCents: 300,
      },
    ]);
  });

  it('show what there is no room for as one amount, 1026.37(f)(6)', () => {
    const items = Array.from({ length: 15 }, (_, index) => ({
      name: `Fee ${index}`,
      amountCents: cents(index),
    }));
    const shown = shownLines('A', items);
    expect(shown.items).toHaveLength(13);
    expect(shown.items.at(-1)).toEqual({ name: 'Additional Charges', amountCents: 12 + 13 + 14 });
    expect(shown.additional).toHaveLength(3);
    expect(shownLines('C', items.slice(0, 14)).additional).toEqual([]);
  });
});

describe('cash to close', () => {
  const signed = fc.integer({ min: -900_000, max: 900_000 }).map((value) => cents(value));

  it('by either table is the sum of its lines, in dollars on the Loan Estimate', () => {
    fc.assert(
      fc.property(
        amount,
        signed,
        signed,
        (loanAmountCents, totalClosingCostsCents, payoffsAndPaymentsCents) => {
          const exact = cashToClose({
            table: 'alternative',
            loanAmountCents,
            totalClosingCostsCents,
            payoffsAndPaymentsCents,
          });
          const shown = estimateCash(exact);
          for (const { lines, cashToCloseCents } of [exact, shown])
            expect(lines.reduce((sum, each) => sum + each.amountCents, 0)).toBe(cashToCloseCents);
          expect(shown.lines.every(({ amountCents }) => amountCents % 100 === 0)).toBe(true);
          expect(exact.cashToCloseCents).toBe(
            totalClosingCostsCents + payoffsAndPaymentsCents - loanAmountCents,
          );
        },
      ),
      { numRuns: 100 },
    );
  });

  it('of the alternative table takes payoffs less credits, without what is paid outside of closing', () => {
    const table = payoffsTable([
      { to: 'Payoff of Example Bank', amountCents: cents(10_000) },
      { to: 'Proceeds of second loan', amountCents: cents(-4_000) },
      { to: 'Principal Reduction', amountCents: cents(500), paidOutsideClosingBy: 'Lender' },
    ]);
    expect(table).toMatchObject({ totalCents: 6_000, continuesOnAddendum: false });
    expect(table.lines[2]).toEqual({ line: '03', to: '$5.00 Principal Reduction P.O.C. Lender' });
  });
});
