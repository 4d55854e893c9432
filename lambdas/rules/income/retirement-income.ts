import { addCents } from '../../shared/money.ts';
import { addYears } from '../../shared/calendar.ts';
import { grossUp } from './gross-up.ts';
import { calculated, cannotCalculate, input } from './income-result.ts';
import type { RetirementFacts } from './income-facts.ts';
import type { IncomeResult, MissingFact, WorksheetInput, WorksheetLine } from './income-result.ts';

const CITATION = 'Fannie Mae Selling Guide B3-3.1-09 (other sources of income)';

/** B3-3.1-01 and B3-3.1-09: income that ends must go on for three years from the note date. */
const CONTINUANCE_YEARS = 3;

/** Social Security retirement and pensions have no end unless evidence says so; the others must show their end. */
const endless = new Set<RetirementFacts['kind']>(['social-security', 'pension']);

export function retirementIncome(facts: RetirementFacts): IncomeResult {
  const { monthlyAmountCents, endsOn, hasNoEnd, nontaxablePpm } = facts;
  if (!monthlyAmountCents)
    return cannotCalculate([miss('monthlyAmountCents', 'no document states the monthly amount')]);
  const continues = hasNoEnd?.value === true || (endless.has(facts.kind) && !endsOn);
  if (!continues && !endsOn)
    return cannotCalculate([miss('endsOn', 'how long the income goes on is not in evidence')]);
  if (endsOn && endsOn.value < addYears(facts.noteOn, CONTINUANCE_YEARS)) {
    return cannotCalculate([miss('endsOn', 'the income ends within three years of the note date')]);
  }
  const inputs: WorksheetInput[] = [input('monthlyAmountCents', monthlyAmountCents)];
  if (endsOn) inputs.push(input('endsOn', endsOn));
  if (hasNoEnd) inputs.push(input('hasNoEnd', hasNoEnd));
  const received: WorksheetLine = {
    rule: `${facts.kind}.received`,
    inputs,
    amountCents: monthlyAmountCents.value,
    citation: CITATION,
  };
  if (!nontaxablePpm) return calculated(monthlyAmountCents.value, [received]);
  const raised = grossUp(monthlyAmountCents, nontaxablePpm);
  return calculated(addCents(monthlyAmountCents.value, raised.amountCents), [received, raised]);
}

const miss = (field: string, reason: string): MissingFact => ({ field, reason, citation: CITATION });
