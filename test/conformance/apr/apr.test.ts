import { describe, expect, it } from 'vitest';
import { annualPercentageRate } from '../../../lambdas/rules/apr/annual-percentage-rate.ts';
import { calendarDate } from '../../../lambdas/shared/calendar.ts';
import { countUnitPeriods } from '../../../lambdas/rules/apr/count-unit-periods.ts';
import { parseDollars, sumCents } from '../../../lambdas/shared/money.ts';
import { rational } from '../../../lambdas/shared/rational.ts';
import { amortize } from '../../../lambdas/rules/amortization/amortize.ts';
import { armPlan } from '../../../lambdas/rules/amortization/arm-plan.ts';
import { ppm } from '../../../lambdas/shared/rate.ts';
import { cents } from '../../../lambdas/shared/money.ts';
import { halfUp, toDecimal, truncate } from '../../../lambdas/shared/rounding.ts';
import { scheduleStreams } from '../../../lambdas/rules/apr/schedule-streams.ts';
import { solveGeneralEquation } from '../../../lambdas/rules/apr/general-equation.ts';
import { Tally } from '../tally.ts';
import { readVectors, vectorsAbsentMessage, vectorsPresent } from '../vector-file.ts';
import type { AprResult } from '../../../lambdas/rules/apr/annual-percentage-rate.ts';
import type { UnitPeriod } from '../../../lambdas/rules/apr/unit-period.ts';

if (!vectorsPresent) console.log(vectorsAbsentMessage);

interface PublishedStream {
  n?: number;
  amount: string;
  first?: string;
  date?: string;
  every?: string;
}

function interval(text: string | undefined) {
  if (text === undefined) return {};
  if (text === 'semimonth') return { every: { kind: 'semimonth' as const } };
  const [, count = '1', unit = ''] = /^(?:(\d+) )?(day|week|month|year)s?$/.exec(text) ?? [];
  if (unit === 'year') return { every: { kind: 'month' as const, count: 12 * Number(count) } };
  if (unit === 'month' || unit === 'week') return { every: { kind: unit, count: Number(count) } } as const;
  throw new Error(`unknown interval ${text}`);
}

const stream = ({ n = 1, amount, first, date, every }: PublishedStream) => ({
  amountCents: parseDollars(amount),
  count: n,
  firstOn: calendarDate(first ?? date ?? ''),
  ...interval(every),
});

const percent = (result: AprResult, places: number): string =>
  result.kind === 'found' ? toDecimal(rational(result.aprPpb, 10_000_000), places, halfUp) : result.reason;

const truncated = (result: AprResult): string =>
  result.kind === 'found' ? toDecimal(rational(result.aprPpb, 10_000_000), 6, truncate) : result.reason;

describe.skipIf(!vectorsPresent)('published annual percentage rates', () => {
  it('of Appendix J (c) agree to the printed digit', () => {
    interface Example {
      id: string;
      advances: PublishedStream[];
      payments: PublishedStream[];
      apr_published?: string;
      apr_expected?: string;
      apr_recomputed: string;
    }
    const tally = new Tally('apr/appendix_j_examples.json');
    for (const { id, advances, payments, ...example } of readVectors<{ examples: Example[] }>(
      'apr/appendix_j_examples.json',
    ).examples) {
      const result = annualPercentageRate({ advances: advances.map(stream), payments: payments.map(stream) });
      const published = example.apr_published ?? example.apr_expected ?? example.apr_recomputed;
      tally.check(id, percent(result, 2), published);
      tally.check(`${id} recomputed`, percent(result, 6), example.apr_recomputed);
    }
    expect(tally.report().disagreed).toEqual([]);
  });

  it('count unit-periods as published', () => {
    interface Row {
      unit: string;
      start: string;
      end: string;
      whole: number;
      fraction: string;
    }
    const tally = new Tally('apr/appendix_j_daycount.json');
    for (const { unit, start, end, whole, fraction } of readVectors<{ rows: Row[] }>(
      'apr/appendix_j_daycount.json',
    ).rows) {
      const every = interval(unit).every as UnitPeriod;
      const ours = countUnitPeriods(calendarDate(start), calendarDate(end), every);
      const [top = '0', bottom = '1'] = fraction.split('/');
      const published = rational(BigInt(top), BigInt(bottom));
      tally.check(
        `${unit} ${start} to ${end}`,
        [ours.whole, toDecimal(ours.fraction, 9, halfUp)],
        [whole, toDecimal(published, 9, halfUp)],
      );
    }
    expect(tally.report().disagreed).toEqual([]);
  });

  it('checked with the FFIEC tool agree to six decimals', () => {
    interface Case {
      id: string;
      advance: { date: string; amount: string; prepaid_fee: string };
      payments: PublishedStream;
      apr: string;
      why_excluded?: string;
      apr_if_14_day_divisor_recomputed?: string;
    }
    const tally = new Tally('apr/curo_ffiec_checked.json');
    for (const each of readVectors<{ cases: Case[] }>('apr/curo_ffiec_checked.json').cases) {
      const { date, amount, prepaid_fee: fee } = each.advance;
      const advances = [
        { amountCents: cents(parseDollars(amount) - parseDollars(fee)), firstOn: calendarDate(date) },
      ];
      const result = annualPercentageRate({ advances, payments: [stream(each.payments)] });
      if (each.why_excluded) {
        tally.skip(`${each.id}: ${each.why_excluded}`);
        tally.check(`${each.id} by 14 days`, percent(result, 6), each.apr_if_14_day_divisor_recomputed);
      } else if (percent(result, 6) !== each.apr && truncated(result) === each.apr) {
        const argument = 'the source cuts the digits after the sixth instead of rounding them';
        tally.argue(each.id, percent(result, 6), each.apr, argument);
      } else tally.check(each.id, percent(result, 6), each.apr);
    }
    expect(tally.report().disagreed).toEqual([]);
  });

  it('of level loans agree within the stated tolerance', () => {
    const { cases } = readVectors<{
      cases: { principal: string; payment: string; months: number; apr: string }[];
    }>('apr/level_loan_apr.json');
    const tally = new Tally('apr/level_loan_apr.json');
    for (const { principal, payment, months, apr } of cases) {
      const flows = [
        { amountCents: parseDollars(principal), whole: 0, fraction: 0 },
        ...Array.from({ length: months }, (_, index) => ({
          amountCents: 0 - parseDollars(payment),
          whole: index + 1,
          fraction: 0,
        })),
      ];
      const solved = solveGeneralEquation(flows);
      const ours = solved.kind === 'solved' ? solved.ratePerUnitPeriod * 12 : Number.NaN;
      tally.check(
        `${principal} at ${payment}: within 0.000001 of ${apr}`,
        Math.abs(ours - Number(apr)) <= 1e-6,
        true,
      );
    }
    expect(tally.report().disagreed).toEqual([]);
  });

  it('composite, of adjustable loans, agree with their payments, finance charge and total', () => {
    interface Case {
      id: string;
      desc: string;
      payments: { n: number; amount: string }[];
      apr: string;
      finance_charge: string;
      total_of_payments: string;
    }
    const tally = new Tally('apr/reg_z_composite_apr.json');
    for (const each of readVectors<{ cases: Case[] }>('apr/reg_z_composite_apr.json').cases) {
      const cap = /(\d+) point rate cap/.exec(each.desc)?.[1];
      const periodicCapPpm = ppm(cap === undefined ? 1_000_000 : Number(cap) * 10_000);
      const { plan } = armPlan(
        {
          principalCents: cents(100_000_00),
          months: 360,
          firstDueOn: calendarDate('2026-02-01'),
          firstChangeAfterMonths: 12,
          changeEveryMonths: 12,
          ...(each.desc.includes('payment cap') ? { paymentCapPpm: ppm(75_000) } : {}),
          terms: {
            initialRatePpm: ppm(90_000),
            marginPpm: ppm(20_000),
            firstCapPpm: periodicCapPpm,
            periodicCapPpm,
            lifetimeCapPpm: ppm(1_000_000),
            lookBackDays: 45,
            roundToPpm: ppm(1),
            rounding: 'half-up',
          },
        },
        [ppm(100_000)],
      );
      const runs = amortize(plan);
      const result = annualPercentageRate({
        advances: [{ amountCents: cents(100_000_00), firstOn: calendarDate('2026-01-01') }],
        payments: scheduleStreams(runs.payments),
      });
      const published = each.payments.map(({ n, amount }) => [n, parseDollars(amount)]);
      const ours = scheduleStreams(runs.payments).map(({ count, amountCents }) => [count, amountCents]);
      tally.check(
        `${each.id} payments (but the last)`,
        ours.slice(0, published.length - 1),
        published.slice(0, -1),
      );
      tally.check(
        `${each.id} level payment at the end`,
        ours[published.length - 1]?.[1],
        published.at(-1)?.[1],
      );
      tally.check(`${each.id} APR`, percent(result, 2), each.apr);
      const total = sumCents(
        each.payments.flatMap(({ n, amount }) => Array.from({ length: n }, () => parseDollars(amount))),
      );
      tally.check(`${each.id} total of the published payments`, total, parseDollars(each.total_of_payments));
      tally.check(`${each.id} finance charge`, total - 100_000_00, parseDollars(each.finance_charge));
      tally.check(
        `${each.id} our total within five dollars (cents of each row rounded)`,
        Math.abs(runs.totalPaymentsCents - total) <= 500,
        true,
      );
    }
    expect(tally.report().disagreed).toEqual([]);
  });
});
