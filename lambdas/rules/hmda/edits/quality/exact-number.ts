import type { Rational } from '../../../../shared/rational.ts';
import { decimalPlaces } from '../../numbers.ts';
import { halfUp } from '../../../../shared/rounding.ts';
import { parseDecimal, rational, times } from '../../../../shared/rational.ts';

const ZEROS_ALONE = /\.0*$/;

/** The number of a text for which `isNumber` holds; `.5` and `5.` are numbers too. */
export const exactNumber = (text: string): Rational =>
  parseDecimal(text.replace(/^(-?)\./, '$10.').replace(/\.$/, ''));

/** The value with as many decimals as a reported number has; none when only zeros follow its point. */
export function roundedLike(value: Rational, reported: string): Rational {
  const places = ZEROS_ALONE.test(reported) ? 0 : decimalPlaces(reported);
  const scale = 10n ** BigInt(places);
  return rational(halfUp(times(value, rational(scale))), scale);
}
