import { dateOf } from '../../shared/calendar.ts';
import { multiplyByRatio, roundToCents } from '../../shared/money.ts';
import { compare, dividedBy, minus, one, rational, times } from '../../shared/rational.ts';
import { halfUp } from '../../shared/rounding.ts';
import { rateOf } from '../../shared/rate.ts';
import { calculated, cannotCalculate, input } from './income-result.ts';
import { monthsOfYear } from './months-worked.ts';
import { periodsPerMonth } from './pay-frequency.ts';
import type { Cents } from '../../shared/money.ts';
import type { HourlyFacts, SalaryFacts } from './income-facts.ts';
import type { Caution, IncomeResult, MissingFact, WorksheetLine } from './income-result.ts';
import type { IncomePolicy } from './income-policy.ts';

const CITATION = 'Fannie Mae Selling Guide B3-3.1-03 (base pay)';

/** Pay per period times periods per month, e.g. biweekly x 26 / 12. */
export function salaryIncome(facts: SalaryFacts, policy: IncomePolicy): IncomeResult {
  const { amountPerPeriodCents, payFrequency } = facts;
  if (!amountPerPeriodCents || !payFrequency) {
    return cannotCalculate([
      ...need(!amountPerPeriodCents, 'amountPerPeriodCents', 'no document states the pay of one period'),
      ...need(!payFrequency, 'payFrequency', 'no document states how often this pay is received'),
    ]);
  }
  const amountCents = multiplyByRatio(
    amountPerPeriodCents.value,
    periodsPerMonth(payFrequency.value),
    halfUp,
  );
  const inputs = [input('amountPerPeriodCents', amountPerPeriodCents), input('payFrequency', payFrequency)];
  return withYearToDate({ rule: 'base.salary', inputs, amountCents, citation: CITATION }, facts, policy);
}

/** Rate times hours of a week x 52 / 12. */
export function hourlyIncome(facts: HourlyFacts, policy: IncomePolicy): IncomeResult {
  const { hourlyRateCents, hoursPerWeekHundredths } = facts;
  if (!hourlyRateCents || !hoursPerWeekHundredths) {
    return cannotCalculate([
      ...need(!hourlyRateCents, 'hourlyRateCents', 'no document states the hourly rate'),
      ...need(
        !hoursPerWeekHundredths,
        'hoursPerWeekHundredths',
        'no document states the hours of a usual week',
      ),
    ]);
  }
  const hoursPerMonth = times(rational(hoursPerWeekHundredths.value, 100), rational(52, 12));
  const amountCents = multiplyByRatio(hourlyRateCents.value, hoursPerMonth, halfUp);
  const inputs = [
    input('hourlyRateCents', hourlyRateCents),
    input('hoursPerWeekHundredths', hoursPerWeekHundredths),
  ];
  return withYearToDate({ rule: 'base.hourly', inputs, amountCents, citation: CITATION }, facts, policy);
}

/** Neither the year to date nor earlier years change base pay; that they fall short of it is for an underwriter to explain. */
function withYearToDate(
  base: WorksheetLine,
  facts: SalaryFacts | HourlyFacts,
  policy: IncomePolicy,
): IncomeResult {
  const earlier = priorYearLines(facts);
  const latest = earlier.at(-1);
  const below = latest && fallsShort(latest.amountCents, base.amountCents, policy) ? [priorShortfall] : [];
  const check = yearToDateLine(facts);
  if (!check) return calculated(base.amountCents, [base, ...earlier], [unsupported, ...below]);
  const cautions = fallsShort(check.amountCents, base.amountCents, policy) ? [shortfall] : [];
  return calculated(base.amountCents, [base, check, ...earlier], [...cautions, ...below]);
}

function yearToDateLine(facts: SalaryFacts | HourlyFacts): WorksheetLine | undefined {
  const { yearToDateBaseCents, paidThroughOn, employedSinceOn } = facts;
  if (!yearToDateBaseCents || !paidThroughOn) return undefined;
  const months = monthsOfYear(paidThroughOn.value, employedSinceOn?.value);
  if (months.numerator <= 0n) return undefined;
  const amountCents = roundToCents(dividedBy(rational(yearToDateBaseCents.value), months), halfUp);
  const inputs = [input('yearToDateBaseCents', yearToDateBaseCents), input('paidThroughOn', paidThroughOn)];
  if (employedSinceOn) inputs.push(input('employedSinceOn', employedSinceOn));
  return { rule: 'base.year-to-date-average', inputs, amountCents, citation: CITATION };
}

/** Oldest first: the wages of each earlier year over the months of it that were worked. */
function priorYearLines({ priorYears = [], employedSinceOn }: SalaryFacts | HourlyFacts): WorksheetLine[] {
  return priorYears
    .toSorted((one, other) => one.year - other.year)
    .flatMap(({ year, wagesCents }) => {
      const yearEnd = dateOf(year, 12, 31);
      if (employedSinceOn && employedSinceOn.value > yearEnd) return [];
      const months = monthsOfYear(yearEnd, employedSinceOn?.value);
      const amountCents = roundToCents(dividedBy(rational(wagesCents.value), months), halfUp);
      const inputs = [input(`wagesCents.${year}`, wagesCents)];
      if (employedSinceOn) inputs.push(input('employedSinceOn', employedSinceOn));
      return [{ rule: `base.prior-year.${year}`, inputs, amountCents, citation: CITATION }];
    });
}

function fallsShort(average: Cents, base: Cents, policy: IncomePolicy): boolean {
  const least = times(rational(base), minus(one, rateOf(policy.baseShortfallTolerancePpm)));
  return compare(rational(average), least) < 0;
}

const unsupported: Caution = {
  code: 'NoYearToDate',
  reason: 'no year-to-date base pay is in evidence to bear out the stated rate',
  citation: CITATION,
};

const shortfall: Caution = {
  code: 'YearToDateBelowBase',
  reason:
    'year-to-date base pay averages less than the stated rate: hours, leave or a recent raise must explain it',
  citation: CITATION,
};

const priorShortfall: Caution = {
  code: 'PriorYearBelowBase',
  reason:
    'the wages of the year before average less than the stated rate: a raise, other hours or unpaid leave must explain it',
  citation: CITATION,
};

const need = (isMissing: boolean, field: string, reason: string): MissingFact[] =>
  isMissing ? [{ field, reason, citation: CITATION }] : [];
