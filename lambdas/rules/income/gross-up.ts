import { halfUp } from '../../shared/rounding.ts';
import { multiplyByRatio } from '../../shared/money.ts';
import { ppm, rateOf } from '../../shared/rate.ts';
import { times } from '../../shared/rational.ts';
import { input } from './income-result.ts';
import type { Cents } from '../../shared/money.ts';
import type { Cited } from './evidence.ts';
import type { Ppm } from '../../shared/rate.ts';
import type { WorksheetLine } from './income-result.ts';

/** Selling Guide B3-3.1-01 (nontaxable income): an amount equivalent to 25 % of the nontaxable income is added. */
const GROSS_UP = ppm(250_000);

/** What is added to an income of which a part bears no tax; the tax-exempt part must be in evidence. */
export function grossUp(monthly: Cited<Cents>, nontaxable: Cited<Ppm>): WorksheetLine {
  return {
    rule: 'gross-up',
    inputs: [input('monthlyAmountCents', monthly), input('nontaxablePpm', nontaxable)],
    amountCents: multiplyByRatio(monthly.value, times(rateOf(nontaxable.value), rateOf(GROSS_UP)), halfUp),
    citation: 'Fannie Mae Selling Guide B3-3.1-01 (nontaxable income)',
  };
}
