import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../lambdas/shared/calendar.ts';
import { fineractFiles } from '../amortization/fineract-terms.ts';
import { holdJournal } from './fineract-journal.ts';
import { holdTable } from './fineract-account.ts';
import { readVectors, vectorsAbsentMessage, vectorsPresent } from '../vector-file.ts';
import { take } from './fineract-loan.ts';
import { Tally } from '../tally.ts';
import type { Loan } from './fineract-loan.ts';
import type { Step } from '../amortization/fineract-terms.ts';

if (!vectorsPresent) console.log(vectorsAbsentMessage);

interface Scenario {
  title: string;
  steps: Step[];
}

const held = new Set([
  'expect_transactions',
  'expect_schedule',
  'expect_totals',
  'expect_outstanding',
  'expect_overpaid',
  'expect_charges',
  'expect_status',
]);

describe.skipIf(!vectorsPresent)('accounts of an independent servicing system, payment by payment', () => {
  it.each(fineractFiles)('%s', (file) => {
    const tally = new Tally(`${file} (payments, reversals, charges)`);
    for (const { title, steps } of readVectors<{ scenarios: Scenario[] }>(file).scenarios) {
      const loan: Loan = {
        rule: 'NEXT_INSTALLMENT',
        on: calendarDate('2000-01-01'),
        events: [],
        names: new Map(),
      };
      for (const [index, step] of steps.entries()) {
        if (held.has(step.step)) holdTable(`${title} (step ${index + 1})`, loan, step, tally);
        else if (step.step === 'expect_journal')
          holdJournal(`${title} (step ${index + 1})`, loan, step, tally);
        else take(loan, step);
      }
    }
    expect(tally.report().disagreed).toEqual([]);
  });
});
