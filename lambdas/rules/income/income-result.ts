import { distinctEvidence } from './evidence.ts';
import type { Cents } from '../../shared/money.ts';
import type { Cited, Evidence } from './evidence.ts';

/** What a line was worked from. `value` is cents, hours or a date as the name says; `evidence` says where it stands. */
export interface WorksheetInput {
  name: string;
  value: number | string | boolean;
  evidence?: Evidence;
}

export interface WorksheetLine {
  /** Stable name: `base.salary`, `overtime.average`. */
  rule: string;
  inputs: readonly WorksheetInput[];
  amountCents: Cents;
  /** The guide, form or law that the line follows. */
  citation: string;
}

export interface MissingFact {
  field: string;
  /** Why it is needed, in words for a processor. */
  reason: string;
  citation: string;
}

/** True and worth an underwriter's eye, without changing the figure. */
export interface Caution {
  code: string;
  reason: string;
  citation: string;
}

export interface CalculatedIncome {
  kind: 'calculated';
  /** May be negative where the rule has a loss lower the qualifying income. */
  monthlyAmountCents: Cents;
  worksheet: readonly WorksheetLine[];
  evidence: readonly Evidence[];
  /** What was left out of the amount for want of evidence; empty when nothing was. */
  missing: readonly MissingFact[];
  cautions: readonly Caution[];
}

/** No evidence, no figure: never zero. */
export interface IncomeNotCalculable {
  kind: 'cannot-calculate';
  missing: readonly MissingFact[];
  /** What could be worked out on the way, for the person who decides. */
  worksheet: readonly WorksheetLine[];
  cautions: readonly Caution[];
}

export type IncomeResult = CalculatedIncome | IncomeNotCalculable;

export function calculated(
  monthlyAmountCents: Cents,
  worksheet: readonly WorksheetLine[],
  cautions: readonly Caution[] = [],
  missing: readonly MissingFact[] = [],
): CalculatedIncome {
  const cited = worksheet.flatMap(({ inputs }) =>
    inputs.flatMap(({ evidence }) => (evidence ? [evidence] : [])),
  );
  return {
    kind: 'calculated',
    monthlyAmountCents,
    worksheet,
    evidence: distinctEvidence(cited),
    missing,
    cautions,
  };
}

export function cannotCalculate(
  missing: readonly MissingFact[],
  worksheet: readonly WorksheetLine[] = [],
  cautions: readonly Caution[] = [],
): IncomeNotCalculable {
  return { kind: 'cannot-calculate', missing, worksheet, cautions };
}

export const input = (name: string, fact: Cited<number | string | boolean>): WorksheetInput => ({
  name,
  value: fact.value,
  evidence: fact.evidence,
});
