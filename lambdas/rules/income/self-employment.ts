import { rational } from '../../shared/rational.ts';
import { averageOver, trendOf } from './income-trend.ts';
import { calculated, cannotCalculate, input } from './income-result.ts';
import { businessYear } from './business-year.ts';
import type { IncomePolicy } from './income-policy.ts';
import type { SelfEmploymentFacts } from './income-facts.ts';
import type { Caution, IncomeResult, MissingFact, WorksheetLine } from './income-result.ts';

const CITATION = 'Fannie Mae Selling Guide B3-3.2-01, Form 1084';

/** Two years of returns are the rule; one is for an underwriter to accept (B3-3.2-01, length of self-employment). */
const USUAL_YEARS = 2;

/** The cash flow of a business over its tax years, averaged; after a decline the latest year alone, if stabilized. */
export function selfEmploymentIncome(facts: SelfEmploymentFacts, policy: IncomePolicy): IncomeResult {
  const years = facts.years.toSorted((a, b) => a.year - b.year);
  const results = years.map((year) => businessYear(facts, year));
  const missing = [
    ...yearsMissing(years.map(({ year }) => year)),
    ...results.flatMap((each) => each.missing),
  ];
  const lines = results.flatMap((each) => each.worksheet);
  if (missing.length > 0) return cannotCalculate(missing, lines);
  const periods = results.map(({ amountCents }, index) => ({
    label: String(years[index]?.year),
    amountCents,
    months: rational(years[index]?.monthsInBusiness?.value ?? 12),
  }));
  const cautions = years.length < USUAL_YEARS ? [oneYear] : [];
  const declining = trendOf(periods, policy.declineTolerancePpm) === 'declining';
  if (declining && facts.declineHasStabilized?.value !== true)
    return cannotCalculate([unstable], lines, cautions);
  const used = declining ? periods.slice(-1) : periods;
  const inputs =
    declining && facts.declineHasStabilized
      ? [input('declineHasStabilized', facts.declineHasStabilized)]
      : [];
  const months = years.flatMap(({ year, monthsInBusiness }) =>
    monthsInBusiness ? [input(`${year}.monthsInBusiness`, monthsInBusiness)] : [],
  );
  const monthly: WorksheetLine = {
    rule: declining ? `${facts.kind}.latest-year` : `${facts.kind}.average`,
    inputs: [
      ...used.map(({ label, amountCents }) => ({ name: `${label}.cashFlowCents`, value: amountCents })),
      ...months,
      ...inputs,
    ],
    amountCents: averageOver(used),
    citation: CITATION,
  };
  return calculated(monthly.amountCents, [...lines, monthly], cautions);
}

function yearsMissing(years: readonly number[]): MissingFact[] {
  if (years.length === 0)
    return [{ field: 'years', reason: 'no tax return is in evidence', citation: CITATION }];
  const isRun = years.every((year, index) => year === (years[0] ?? 0) + index);
  return isRun
    ? []
    : [{ field: 'years', reason: 'the tax years follow each other, each stated once', citation: CITATION }];
}

const oneYear: Caution = {
  code: 'OneTaxYear',
  reason:
    'one tax year is in evidence: less than two years of self-employment needs an underwriter’s reasons',
  citation: CITATION,
};

const unstable: MissingFact = {
  field: 'declineHasStabilized',
  reason: 'the business earns less than the year before: an underwriter must find that it has stabilized',
  citation: CITATION,
};
