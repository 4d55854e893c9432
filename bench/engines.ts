import { measureHmda } from './engines/hmda.ts';
import { measureLoanArithmetic } from './engines/loan-arithmetic.ts';
import { measureMismo } from './engines/mismo.ts';
import { measureServicing } from './engines/servicing.ts';
import type { Figure } from './figure.ts';

/** The rules on one thread, each beside the plainest correct code for the same answer. */
export async function measureEngines(): Promise<Figure[]> {
  return [...measureLoanArithmetic(), ...measureServicing(), ...measureHmda(), ...measureMismo()];
}
