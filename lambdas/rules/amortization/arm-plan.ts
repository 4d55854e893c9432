import { armRateAfter } from './arm-rate.ts';
import { invalid } from '../../shared/errors.ts';
import type { AmortizationPlanInput } from './amortization-plan.ts';
import type { ArmRate, ArmTerms } from './arm-rate.ts';
import type { NoteTerms } from './note-plans.ts';
import type { Ppm } from '../../shared/rate.ts';

export interface ArmNote extends Omit<NoteTerms, 'ratePpm'> {
  terms: ArmTerms;
  firstChangeAfterMonths: number;
  changeEveryMonths: number;
  /** Interest alone at the start, when the note allows it. */
  interestOnlyMonths?: number;
  /** A payment cap at each change (75,000 is 7.5 %): what it leaves unpaid of the interest is added to the balance. */
  paymentCapPpm?: Ppm;
}

export interface ArmPlan {
  plan: AmortizationPlanInput;
  changes: readonly (ArmRate & { afterMonths: number })[];
}

/**
 * The plan of an adjustable note under given index figures, one for each change; the last figure stays for changes
 * beyond the list, as a composite APR assumes (comment 17(c)(1)-10). Payments are found anew at each change and when
 * interest-only ends.
 * @throws invalid NoIndexValue on an empty list
 */
export function armPlan(note: ArmNote, indexPpmByChange: readonly Ppm[]): ArmPlan {
  const changes = rateChanges(note, indexPpmByChange);
  const rates = [{ afterMonths: 0, ratePpm: note.terms.initialRatePpm }, ...changes];
  const marks = new Set([...rates.map(({ afterMonths }) => afterMonths), note.interestOnlyMonths ?? 0]);
  const starts = [...marks].filter((start) => start < note.months).sort((a, b) => a - b);
  const segments = starts.map((start, index) => {
    const end = starts[index + 1] ?? note.months;
    const ratePpm = (rates.findLast(({ afterMonths }) => afterMonths <= start) ?? rates[0])?.ratePpm as Ppm;
    const isInterestOnly = start < (note.interestOnlyMonths ?? 0);
    const cap = note.paymentCapPpm === undefined ? {} : { mostIncreasePpm: note.paymentCapPpm };
    const level = { kind: 'level' as const, overPayments: note.months - start, ...cap };
    const payment = isInterestOnly ? { kind: 'interest-only' as const } : level;
    return { payments: end - start, ratePpm, payment };
  });
  const { principalCents, firstDueOn } = note;
  const periods = { kind: 'equal' as const, perYear: 12, ...(firstDueOn ? { firstDueOn } : {}) };
  return { plan: { principalCents, periods, segments }, changes };
}

function rateChanges(note: ArmNote, indexPpmByChange: readonly Ppm[]): (ArmRate & { afterMonths: number })[] {
  const changes: (ArmRate & { afterMonths: number })[] = [];
  let previous = note.terms.initialRatePpm;
  for (let after = note.firstChangeAfterMonths; after < note.months; after += note.changeEveryMonths) {
    const index = indexPpmByChange[changes.length] ?? indexPpmByChange.at(-1);
    if (index === undefined) throw invalid('NoIndexValue', 'an adjustable rate needs an index figure');
    const rate = armRateAfter(previous, index, changes.length + 1, note.terms);
    changes.push({ ...rate, afterMonths: after });
    previous = rate.ratePpm;
  }
  return changes;
}
