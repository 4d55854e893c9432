import { describe, expect, it } from 'vitest';
import { Tally } from '../tally.ts';
import { analyzeInitialEscrow } from '../../../lambdas/rules/escrow/initial-analysis.ts';
import { calendarDate, partsOf } from '../../../lambdas/shared/calendar.ts';
import { parseDollars } from '../../../lambdas/shared/money.ts';
import { readVectors, vectorsAbsentMessage, vectorsPresent } from '../vector-file.ts';
import type { Projection } from '../../../lambdas/rules/escrow/account-projection.ts';
import type { TrialBalance } from '../../../lambdas/rules/escrow/trial-balance.ts';

if (!vectorsPresent) console.log(vectorsAbsentMessage);

interface Row {
  month: string;
  payment: number;
  disbursement: number;
  balance: number;
}
interface Single {
  monthly: number;
  step1: Row[];
  step2: Row[];
  step3: Row[];
  cushion: number;
}
interface AppendixE {
  assumptions: {
    disbursements: { name: string; amount: number; date: string }[];
    settlement: string;
    first_payment: string;
    annual: number;
    monthly: number;
    cushion_amount: number;
  };
  aggregate: {
    step1_initial: Row[];
    step2_adjusted: Row[];
    step3_with_cushion: Row[];
    lowest_month_step1: string;
    lowest_balance_step1: number;
    initial_deposit: number;
    low_point_step3: number;
  };
  single_item: Record<string, Single | number>;
  aggregate_adjustment: number;
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** The appendix names days without a year. */
const dated = (day: string) => {
  const [name = '', number = ''] = day.split(' ');
  const month = String(monthNames.indexOf(name) + 1).padStart(2, '0');
  return calendarDate(`2027-${month}-${number.padStart(2, '0')}`);
};
const cents = (dollars: number) => parseDollars(String(dollars));
const nameOf = (month: string) => monthNames[partsOf(calendarDate(`${month}-01`)).month - 1] ?? '';

/** The item of a name: `county taxes 1` and `county taxes 2` are instalments of one. */
const itemName = (name: string) => name.replace(/ \d+$/, '');

function holdSteps(tally: Tally, what: string, steps: readonly (readonly [TrialBalance, Row[]])[]): void {
  for (const [index, [ours, published]] of steps.entries()) {
    const label = `${what} step ${index + 1}`;
    tally.check(`${label} start`, ours.startingCents, cents(published[0]?.balance ?? 0));
    for (const [place, row] of published.slice(1).entries()) {
      const month = ours.months[place];
      tally.check(
        `${label} ${row.month}`,
        [nameOf(month?.month ?? ''), month?.paymentCents, month?.disbursementCents, month?.balanceCents],
        [row.month, cents(row.payment), cents(row.disbursement), cents(row.balance)],
      );
    }
  }
}

const stepsOf = ({ initial, adjusted, target }: Projection) => [initial, adjusted, target] as const;

describe.skipIf(!vectorsPresent)('the arithmetic steps of Appendix E', () => {
  it('have our balances, by both methods', () => {
    const file = 'escrow/appendix_e.json';
    const { assumptions: facts, aggregate, single_item: single, ...rest } = readVectors<AppendixE>(file);
    const names = [...new Set(facts.disbursements.map(({ name }) => itemName(name)))];
    const items = names.map((id) => ({
      id,
      kind: 'other' as const,
      bills: facts.disbursements
        .filter(({ name }) => itemName(name) === id)
        .map(({ amount, date }) => ({ amountCents: cents(amount), deadlineOn: dated(date) })),
    }));
    const ours = analyzeInitialEscrow({
      settlementOn: dated(facts.settlement),
      firstPaymentOn: dated(facts.first_payment),
      items,
    });
    const tally = new Tally(file);
    tally.check('annual', ours.yearlyCents, cents(facts.annual));
    tally.check('monthly', ours.paymentCents, cents(facts.monthly));
    tally.check('cushion', ours.cushionCents, cents(facts.cushion_amount));
    const published = [aggregate.step1_initial, aggregate.step2_adjusted, aggregate.step3_with_cushion];
    holdSteps(
      tally,
      'aggregate',
      stepsOf(ours).map((step, index) => [step, published[index] ?? []] as const),
    );
    tally.check('lowest month', nameOf(ours.initial.lowest.month), aggregate.lowest_month_step1);
    tally.check('lowest', ours.initial.lowest.balanceCents, cents(aggregate.lowest_balance_step1));
    tally.check('deposit', ours.initialDepositCents, cents(aggregate.initial_deposit));
    tally.check('low with cushion', ours.target.lowest.balanceCents, cents(aggregate.low_point_step3));
    for (const [name, alone] of Object.entries(single)) {
      if (typeof alone === 'number') continue;
      const item = ours.singleItems.find(({ itemId }) => isItem(alone, itemId, facts));
      if (!item) {
        tally.skip(`${name}: no item of the assumptions answers to it`);
        continue;
      }
      tally.check(`${name} monthly`, item.monthlyCents, cents(alone.monthly));
      tally.check(`${name} cushion`, item.projection.cushionCents, cents(alone.cushion));
      const tables = [alone.step1, alone.step2, alone.step3];
      holdSteps(
        tally,
        name,
        stepsOf(item.projection).map((step, index) => [step, tables[index] ?? []] as const),
      );
    }
    tally.check(
      'single-item total',
      ours.singleItemTotalCents,
      cents(single['initial_deposit_total'] as number),
    );
    tally.check('adjustment', ours.aggregateAdjustmentCents, cents(rest.aggregate_adjustment));
    tally.check(
      'adjustment on the form',
      ours.closing.aggregateAdjustmentCents,
      cents(rest.aggregate_adjustment),
    );
    expect(tally.report().disagreed).toEqual([]);
  });
});

/** The tables have names of their own: each is known by its year's amount. */
const isItem = (alone: Single, itemId: string, { disbursements }: AppendixE['assumptions']) =>
  alone.monthly * 12 ===
  disbursements.filter(({ name }) => itemName(name) === itemId).reduce((sum, { amount }) => sum + amount, 0);
