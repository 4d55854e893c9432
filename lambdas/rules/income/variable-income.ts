import { compare, rational } from '../../shared/rational.ts';
import { dateOf, partsOf } from '../../shared/calendar.ts';
import { averageOver, totalMonths, trendOf } from './income-trend.ts';
import { calculated, cannotCalculate, input } from './income-result.ts';
import { monthsOfYear } from './months-worked.ts';
import type { VariableFacts } from './income-facts.ts';
import type { EarningsPeriod } from './income-trend.ts';
import type { Caution, IncomeResult, WorksheetInput, WorksheetLine } from './income-result.ts';
import type { IncomePolicy } from './income-policy.ts';

const CITATION = 'Fannie Mae Selling Guide B3-3.1-01 (03/06/2024), variable income';

interface Period extends EarningsPeriod {
  inputs: WorksheetInput[];
}

/** Overtime, bonus, commission, tips and varying hours: averaged by their history, never over a decline. */
export function variableIncome(facts: VariableFacts, policy: IncomePolicy): IncomeResult {
  const periods = periodsOf(facts);
  const absent = missingHistory(facts, periods, policy);
  if (absent) return cannotCalculate([absent]);
  const lines = periods.map((period) => averageLine(`${facts.kind}.${period.label}`, [period]));
  const cautions =
    compare(totalMonths(periods), rational(policy.recommendedHistoryMonths)) < 0 ? [shortHistory] : [];
  if (trendOf(periods, policy.declineTolerancePpm) === 'steady-or-rising') {
    const whole = averageLine(`${facts.kind}.average`, periods);
    return calculated(whole.amountCents, [...lines, whole], cautions);
  }
  if (facts.declineHasStabilized?.value !== true) return cannotCalculate([unstable], lines, cautions);
  const latest = averageLine(`${facts.kind}.current-after-decline`, periods.slice(-1));
  const settled = {
    ...latest,
    inputs: [...latest.inputs, input('declineHasStabilized', facts.declineHasStabilized)],
  };
  return calculated(settled.amountCents, [...lines, settled], [...cautions, declined]);
}

/** Oldest first. What is paid once a year stands for twelve months, however early in the year it was paid. */
function periodsOf(facts: VariableFacts): Period[] {
  const prior = facts.priorYears
    .toSorted((a, b) => a.year - b.year)
    .map(({ year, amountCents, monthsWorked }) => ({
      label: String(year),
      amountCents: amountCents.value,
      months: monthsWorked
        ? rational(monthsWorked.value)
        : monthsOfYear(dateOf(year, 12, 31), facts.employedSinceOn?.value),
      inputs: [
        input(`amountCents.${year}`, amountCents),
        ...(monthsWorked ? [input('monthsWorked', monthsWorked)] : []),
      ],
    }));
  const { yearToDateCents, paidThroughOn, employedSinceOn } = facts;
  if (!yearToDateCents || !paidThroughOn) return prior;
  const months =
    facts.paid === 'yearly' ? rational(12) : monthsOfYear(paidThroughOn.value, employedSinceOn?.value);
  const notYetPaid = facts.paid === 'yearly' && yearToDateCents.value === 0;
  if (months.numerator <= 0n || notYetPaid) return prior;
  const inputs = [input('yearToDateCents', yearToDateCents), input('paidThroughOn', paidThroughOn)];
  if (employedSinceOn) inputs.push(input('employedSinceOn', employedSinceOn));
  return [...prior, { label: 'year-to-date', amountCents: yearToDateCents.value, months, inputs }];
}

function missingHistory(facts: VariableFacts, periods: readonly Period[], policy: IncomePolicy) {
  const { yearToDateCents, paidThroughOn, priorYears, kind } = facts;
  const citation = CITATION;
  if (!yearToDateCents)
    return { field: 'yearToDateCents', reason: `no ${kind} of the current year is in evidence`, citation };
  if (!paidThroughOn)
    return {
      field: 'paidThroughOn',
      reason: 'the day through which the year to date runs is not known',
      citation,
    };
  const year = partsOf(paidThroughOn.value).year;
  const years = priorYears.map((prior) => prior.year).sort((a, b) => b - a);
  const gap = years.findIndex((prior, index) => prior !== year - 1 - index);
  if (gap !== -1) {
    const reason = 'the years before the current one are each in evidence once, without a gap';
    return { field: `priorYears.${year - 1 - gap}`, reason, citation };
  }
  if (compare(totalMonths(periods), rational(policy.minimumHistoryMonths)) >= 0) return undefined;
  const reason = `${kind} is averaged over at least ${policy.minimumHistoryMonths} months of receipt`;
  return { field: 'priorYears', reason, citation };
}

const averageLine = (rule: string, periods: readonly Period[]): WorksheetLine => ({
  rule,
  inputs: periods.flatMap(({ inputs }) => inputs),
  amountCents: averageOver(periods),
  citation: CITATION,
});

const shortHistory: Caution = {
  code: 'HistoryUnderTwoYears',
  reason: 'received for less than two years: the application must show factors that offset the short history',
  citation: CITATION,
};

const declined: Caution = {
  code: 'DeclineStabilized',
  reason: 'the amount declined and has stabilized: the current, lower amount is used, not an average',
  citation: CITATION,
};

const unstable = {
  field: 'declineHasStabilized',
  reason: 'the amount is declining: an underwriter must find that it has stabilized before any of it is used',
  citation: CITATION,
};
