import { sumCents } from '../../shared/money.ts';
import { hourlyIncome, salaryIncome } from './base-income.ts';
import { calculated, cannotCalculate } from './income-result.ts';
import { defaultIncomePolicy } from './income-policy.ts';
import { rentalIncome } from './rental-income.ts';
import { retirementIncome } from './retirement-income.ts';
import { selfEmploymentIncome } from './self-employment.ts';
import { variableIncome } from './variable-income.ts';
import type { IncomeFacts } from './income-facts.ts';
import type { IncomePolicy } from './income-policy.ts';
import type { IncomeResult } from './income-result.ts';

/** The monthly qualifying amount of one source, with its worksheet, or what is missing for it. */
export function calculateIncome(
  facts: IncomeFacts,
  policy: IncomePolicy = defaultIncomePolicy,
): IncomeResult {
  switch (facts.kind) {
    case 'salary':
      return salaryIncome(facts, policy);
    case 'hourly':
      return hourlyIncome(facts, policy);
    case 'overtime':
    case 'bonus':
    case 'commission':
    case 'tips':
    case 'variable-hours':
      return variableIncome(facts, policy);
    case 'schedule-c':
    case 'schedule-f':
    case 'partnership':
    case 's-corporation':
      return selfEmploymentIncome(facts, policy);
    case 'rental':
      return rentalIncome(facts);
    default:
      return retirementIncome(facts);
  }
}

/**
 * All sources of a borrower together. A source without evidence adds nothing and is listed as missing; when no source
 * can be calculated, neither can the total. A loss that cannot be calculated stops the total: leaving it out would
 * raise the income.
 */
export function calculateTotalIncome(
  sources: readonly IncomeFacts[],
  policy: IncomePolicy = defaultIncomePolicy,
): IncomeResult {
  const results = sources.map((facts, index) => ({ facts, index, result: calculateIncome(facts, policy) }));
  const missing = results.flatMap(({ index, result }) =>
    result.missing.map((fact) => ({ ...fact, field: `sources.${index}.${fact.field}` })),
  );
  const worksheet = results.flatMap(({ result }) => result.worksheet);
  const cautions = results.flatMap(({ result }) => result.cautions);
  if (results.length === 0) {
    missing.push({
      field: 'sources',
      reason: 'no source of income is in evidence',
      citation: 'Reg Z 1026.43(c)(4)',
    });
  }
  const counted = results.flatMap(({ result }) =>
    result.kind === 'calculated' ? [result.monthlyAmountCents] : [],
  );
  const hiddenLoss = results.some(
    ({ facts, result }) => mayBeALoss(facts) && result.kind === 'cannot-calculate',
  );
  return counted.length === 0 || hiddenLoss
    ? cannotCalculate(missing, worksheet, cautions)
    : calculated(sumCents(counted), worksheet, cautions, missing);
}

const mayBeALoss = ({ kind }: IncomeFacts): boolean =>
  ['schedule-c', 'schedule-f', 'partnership', 's-corporation', 'rental'].includes(kind);
