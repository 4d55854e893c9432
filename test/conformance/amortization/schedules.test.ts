import { describe, expect, it } from 'vitest';
import { amortize } from '../../../lambdas/rules/amortization/amortize.ts';
import { cents } from '../../../lambdas/shared/money.ts';
import { fineractFiles, planOf, publishedCents, publishedDate } from './fineract-terms.ts';
import { Tally } from '../tally.ts';
import { readVectors, vectorsAbsentMessage, vectorsPresent } from '../vector-file.ts';
import type { Row, Step } from './fineract-terms.ts';

if (!vectorsPresent) console.log(vectorsAbsentMessage);

interface Scenario {
  title: string;
  steps: Step[];
}

/** What happens to an account after its schedule is made: the waterfall and replay engine's work, not the schedule's. */
const accountSteps = new Map([
  ['pay', 'the account after payments (waterfall and replay)'],
  ['pay_off', 'the account after a payoff (waterfall and replay)'],
  ['add_charge', 'the account after charges (waterfall and replay)'],
  ['undo', 'the account after a reversal (waterfall and replay)'],
  ['chargeback', 'the account after a chargeback (not a mortgage transaction)'],
  ['credit_balance_refund', 'the account after a refund (waterfall and replay)'],
  ['charge_off', 'the account after a charge-off (waterfall and replay)'],
  ['reschedule', 'rescheduled by the servicer: a modification, whose terms are a new plan'],
  [
    'reamortize_or_reage',
    're-amortized or re-aged by the servicer: a modification, whose terms are a new plan',
  ],
  ['other', 'an action that the data does not word'],
]);

function checkScenario({ title, steps }: Scenario, tally: Tally): void {
  const create = steps.find(({ step }) => step === 'create_loan' || step === 'create_default_loan');
  const before: Step[] = [];
  for (const each of steps) {
    if (each.step !== 'expect_schedule') before.push(each);
    else checkSchedule(title, create, before, each['rows'] as Row[], tally);
  }
}

function checkSchedule(
  title: string,
  create: Step | undefined,
  before: Step[],
  rows: Row[],
  tally: Tally,
): void {
  const account = before.find(({ step }) => accountSteps.has(step));
  if (account) return tally.skip(accountSteps.get(account.step) ?? '');
  if (before.filter(({ step }) => step === 'disburse').length > 1) {
    return tally.skip(
      'several disbursements between due dates: draws bear interest to their date under construction terms',
    );
  }
  const [head, ...rest] = rows;
  if (!create || !head) return tally.skip('no loan is worded');
  const down = rest.filter((row) => row['Days'] === '0');
  const due = rest.filter((row) => row['Days'] !== '0');
  const paidDown = down.reduce((sum, row) => sum + publishedCents(row['Principal due']), 0);
  const principal = cents(publishedCents(head['Balance of loan']) - paidDown);
  const plan = planOf(create, principal, publishedDate(head['Date'] ?? ''));
  if (typeof plan === 'string') return tally.skip(plan);
  const lastOn = before.findLast(({ step }) => step === 'business_date')?.['date'] as string | undefined;
  const firstDue = due[0]?.['Date'];
  if (isRecalculated(create) && lastOn && firstDue && publishedDate(lastOn) > publishedDate(firstDue)) {
    return tally.skip('interest of an overdue account, recalculated on what is unpaid (replay)');
  }
  const ours = amortize(plan).payments.map((row) => [
    row.dueOn,
    row.principalCents,
    row.interestCents,
    row.balanceCents,
  ]);
  const published = due.map((row) => [
    publishedDate(row['Date'] ?? ''),
    publishedCents(row['Principal due']),
    publishedCents(row['Interest']),
    publishedCents(row['Balance of loan']),
  ]);
  tally.check(title, ours, published);
}

const isRecalculated = (create: Step): boolean =>
  (create['params'] as Row[] | undefined)?.[0]?.['LoanProduct']?.includes('RECALCULATION') ?? false;

describe.skipIf(!vectorsPresent)('published schedules of an independent servicing system', () => {
  it.each(fineractFiles)('%s', (file) => {
    const tally = new Tally(`${file} (schedules)`);
    for (const scenario of readVectors<{ scenarios: Scenario[] }>(file).scenarios)
      checkScenario(scenario, tally);
    expect(tally.report().disagreed).toEqual([]);
  });
});
