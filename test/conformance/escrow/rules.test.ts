import { describe, expect, it } from 'vitest';
import { EscrowEventSchema, escrowDates } from '../../../lambdas/rules/escrow/escrow-dates.ts';
import { Tally } from '../tally.ts';
import { addBusinessDays, regXServicingDay } from '../../../lambdas/shared/business-days.ts';
import { calendarDate, daysBetween } from '../../../lambdas/shared/calendar.ts';
import { cents } from '../../../lambdas/shared/money.ts';
import { cushionOf } from '../../../lambdas/rules/escrow/cushion.ts';
import {
  DisbursementFactsSchema,
  disbursementDuty,
} from '../../../lambdas/rules/escrow/timely-disbursement.ts';
import { judgeBalance } from '../../../lambdas/rules/escrow/repayment-options.ts';
import { rational } from '../../../lambdas/shared/rational.ts';
import { readVectors, vectorsAbsentMessage, vectorsPresent } from '../vector-file.ts';

if (!vectorsPresent) console.log(vectorsAbsentMessage);

interface Rules {
  cushion: string;
  surplus: Record<string, string>;
  shortage: Record<string, string[]>;
  deficiency: Record<string, string[] | boolean>;
  timing: Record<string, string>;
}

const day = calendarDate('2026-12-01');
const MONTH = cents(10_000);
const judge = (balanceCents: number, isCurrent = true) =>
  judgeBalance({
    balanceCents: cents(balanceCents),
    targetCents: cents(50_000),
    monthlyCents: MONTH,
    analyzedOn: day,
    isCurrent,
    paymentsPerYear: 12,
  });

/** A course in words as `action`, with its number of days or payments. */
const course = (words: string): string => {
  const number = /\d+/.exec(words)?.[0];
  if (/nothing/.test(words)) return 'leave';
  if (/within \d+ days/.test(words)) return `repay-once ${number ?? ''}`;
  return `repay-over-time ${number ?? ''}`;
};
const ours = (options: readonly { action: string; by?: string; leastPayments?: number }[]): string[] =>
  options
    .map(({ action, by, leastPayments }) => {
      if (by) return `${action} ${daysBetween(day, calendarDate(by))}`;
      return leastPayments ? `${action} ${leastPayments}` : action;
    })
    .sort();
const published = (list: string[]) => list.map(course).sort();

const numberIn = (words: string): number => Number(/(\d+)/.exec(words)?.[1] ?? 0);
const dueAfter = (event: object, id: string): number => {
  const date = escrowDates(EscrowEventSchema.parse({ on: day, ...event })).find((each) => each.id === id);
  return daysBetween(day, date?.on ?? day);
};

/** The lines on time, each put to the engine as days. */
const timing: Readonly<Record<string, (words: string) => [ours: unknown, published: unknown]>> = {
  initial_statement: (words) => [dueAfter({ kind: 'established' }, 'initial-statement'), numberIn(words)],
  annual_statement: (words) => [dueAfter({ kind: 'year-ended' }, 'annual-statement'), numberIn(words)],
  short_year_statement: (words) => [
    dueAfter({ kind: 'short-year-ended' }, 'short-year-statement'),
    numberIn(words),
  ],
  transfer_new_initial_statement: (words) => [
    dueAfter({ kind: 'servicing-transferred', changesPaymentOrMethod: true }, 'initial-statement'),
    numberIn(words),
  ],
  refund_after_payoff: (words) => [
    escrowDates(EscrowEventSchema.parse({ kind: 'paid-off', on: day })).find(({ id }) => id === 'refund')?.on,
    addBusinessDays(day, numberIn(words), regXServicingDay),
  ],
  pay_on_time: (words) => {
    const facts = { amountCents: 100, deadlineOn: day, balanceCents: 0 };
    const duty = (daysOverdue: number) => {
      const { mustPay, advanceCents } = disbursementDuty(
        DisbursementFactsSchema.parse({ ...facts, daysOverdue }),
      );
      return [mustPay, advanceCents];
    };
    return [
      [duty(numberIn(words)), duty(numberIn(words) + 1)],
      [
        [true, 100],
        [false, 0],
      ],
    ];
  },
};

describe.skipIf(!vectorsPresent)('the decision rules of 1024.17', () => {
  it('are ours', () => {
    const file = 'escrow/rules_1024_17.json';
    const rules = readVectors<Rules>(file);
    const tally = new Tally(file);
    const [top, bottom] = (/(\d+)\/(\d+)/.exec(rules.cushion) ?? []).slice(1).map(Number);
    tally.check(
      'cushion',
      cushionOf(rational(156_000), []).amountCents,
      (156_000 * (top ?? 0)) / (bottom ?? 1),
    );
    const refund = judge(50_000 + 5_000).surplusOptions;
    tally.check('surplus from $50', ours(refund), [`refund ${numberIn(rules.surplus['if_ge_50'] ?? '')}`]);
    const credit = judge(50_000 + 4_999).surplusOptions.map(({ action }) => action);
    tally.check('surplus under $50', [...credit].sort(), ['credit', 'refund']);
    tally.check(
      'small shortage',
      ours(judge(40_001).shortageOptions),
      published(rules.shortage['lt_one_month'] ?? []),
    );
    tally.check(
      'shortage',
      ours(judge(40_000).shortageOptions),
      published(rules.shortage['ge_one_month'] ?? []),
    );
    const lists = rules.deficiency as Record<string, string[]>;
    tally.check(
      'small deficiency',
      ours(judge(-9_999).deficiencyOptions),
      publishedWithin(lists['lt_one_month']),
    );
    tally.check('deficiency', ours(judge(-10_000).deficiencyOptions), publishedWithin(lists['ge_one_month']));
    const behind = judge(-10_000, false).deficiencyOptions.map(({ action }) => action);
    tally.check(
      'deficiency only if current',
      behind[0] === 'by-loan-documents',
      rules.deficiency['only_if_current'],
    );
    for (const [name, words] of Object.entries(rules.timing)) {
      const read = timing[name];
      if (read) tally.check(name, ...read(words));
      else
        tally.skip(
          `${name}: a duty of the servicer's records and notices, not a date or figure of this engine`,
        );
    }
    tally.skip('projection: words; (c)(7) is held by the schema of a bill and its tests');
    expect(tally.report().disagreed).toEqual([]);
  });
});

const publishedWithin = (list: string[] | undefined) => published(list ?? []);
