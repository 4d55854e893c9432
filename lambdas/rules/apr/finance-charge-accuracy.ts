import { cents, multiplyByRatio } from '../../shared/money.ts';
import { floor } from '../../shared/rounding.ts';
import { rational } from '../../shared/rational.ts';
import type { Cents } from '../../shared/money.ts';

/** For what the disclosed figure is judged. */
export type AccuracyPurpose =
  /** 1026.18(d)(1), 1026.38(o)(1) and (2): understated by at most $100; overstated by any amount. */
  | 'disclosure'
  /** 1026.23(g)(1): half of one percent of the face amount, or $100 if more. */
  | 'rescission'
  /** 1026.23(g)(2): one percent, or $100 if more: a refinancing with a new creditor, no new advance, no consolidation. */
  | 'rescission-of-refinancing'
  /** 1026.23(h)(2): $35, once foreclosure has begun. */
  | 'foreclosure';

const DISCLOSURE_TOLERANCE = cents(100_00);
const FORECLOSURE_TOLERANCE = cents(35_00);

/** How much a finance charge or total of payments may be understated. */
export function understatementTolerance(purpose: AccuracyPurpose, noteAmount: Cents): Cents {
  if (purpose === 'disclosure') return DISCLOSURE_TOLERANCE;
  if (purpose === 'foreclosure') return FORECLOSURE_TOLERANCE;
  const share = purpose === 'rescission' ? rational(1, 200) : rational(1, 100);
  return cents(Math.max(multiplyByRatio(noteAmount, share, floor), DISCLOSURE_TOLERANCE));
}

/** Whether a disclosed finance charge or total of payments is held accurate; more than the actual one always is. */
export function isFinanceChargeAccurate(
  disclosed: Cents,
  actual: Cents,
  purpose: AccuracyPurpose,
  noteAmount: Cents,
): boolean {
  return actual - disclosed <= understatementTolerance(purpose, noteAmount);
}
