import { compare, dividedBy, minus, rational } from '../../shared/rational.ts';
import { ppm, rateOf, roundToPpm } from '../../shared/rate.ts';
import { halfUp } from '../../shared/rounding.ts';
import { cents, subtractCents } from '../../shared/money.ts';
import type { Cents } from '../../shared/money.ts';
import type { Cited, Evidence } from './evidence.ts';
import type { Ppm } from '../../shared/rate.ts';

/** How far a monthly amount may lie from the documented one: within either bound is agreement. */
export interface IncomeTolerance {
  tolerancePpm: Ppm;
  toleranceCents: Cents;
}

/**
 * A house rule, not the guide's: Reg Z 1026.43(c)(4) asks for verification by reasonably reliable records and states no
 * figure.
 */
export const defaultIncomeTolerances: Readonly<Record<Comparison, IncomeTolerance>> = {
  'stated-against-documented': { tolerancePpm: ppm(50_000), toleranceCents: cents(100_00) },
  'employer-against-documented': { tolerancePpm: ppm(30_000), toleranceCents: cents(50_00) },
};

export type Comparison = 'stated-against-documented' | 'employer-against-documented';

/** `no-answer`: a party said nothing (an outage, no consent, no record). It never counts against the borrower. */
export type EmployerAnswer =
  | { kind: 'answered'; monthlyAmountCents: Cited<Cents> }
  | { kind: 'no-answer'; reason: string };

export interface IncomeToCompare {
  /** What the borrower wrote on the application. */
  stated?: Cited<Cents>;
  /** The calculation from accepted documents. */
  documented?: Cited<Cents>;
  employer: EmployerAnswer;
}

export type IncomeFinding =
  | {
      kind: 'agreement' | 'disagreement';
      comparison: Comparison;
      amountCents: Cents;
      documentedCents: Cents;
      /** Positive when the party says more than the documents. */
      differenceCents: Cents;
      /** The difference over the documented amount; absent when that is zero. */
      differencePpm?: Ppm;
      tolerance: IncomeTolerance;
      evidence: Evidence[];
    }
  | { kind: 'no-answer'; comparison: Comparison; reason: string };

/** Each party against the documents, which are what the loan is made on. */
export function compareIncome(
  { stated, documented, employer }: IncomeToCompare,
  tolerances: Readonly<Record<Comparison, IncomeTolerance>> = defaultIncomeTolerances,
): IncomeFinding[] {
  const against = (
    comparison: Comparison,
    party: Cited<Cents> | undefined,
    silence: string,
  ): IncomeFinding => {
    if (!documented)
      return { kind: 'no-answer', comparison, reason: 'no documented amount could be calculated' };
    if (!party) return { kind: 'no-answer', comparison, reason: silence };
    return weigh(comparison, party, documented, tolerances[comparison]);
  };
  return [
    against('stated-against-documented', stated, 'the borrower stated no amount'),
    employer.kind === 'answered'
      ? against('employer-against-documented', employer.monthlyAmountCents, '')
      : against('employer-against-documented', undefined, employer.reason),
  ];
}

function weigh(
  comparison: Comparison,
  party: Cited<Cents>,
  documented: Cited<Cents>,
  tolerance: IncomeTolerance,
): IncomeFinding {
  const differenceCents = subtractCents(party.value, documented.value);
  const distance = rational(Math.abs(differenceCents));
  const relative =
    documented.value === 0 ? undefined : dividedBy(distance, rational(Math.abs(documented.value)));
  const agrees =
    compare(distance, rational(tolerance.toleranceCents)) <= 0 ||
    (relative !== undefined && compare(minus(relative, rateOf(tolerance.tolerancePpm)), rational(0)) <= 0);
  const difference =
    documented.value === 0 ? undefined : rational(differenceCents, Math.abs(documented.value));
  return {
    kind: agrees ? 'agreement' : 'disagreement',
    comparison,
    amountCents: party.value,
    documentedCents: documented.value,
    differenceCents,
    ...(difference ? { differencePpm: roundToPpm(difference, halfUp) } : {}),
    tolerance,
    evidence: [party.evidence, documented.evidence],
  };
}
