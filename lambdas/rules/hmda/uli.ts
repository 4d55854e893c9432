import { invalid } from '../../shared/errors.ts';

const ALPHANUMERIC = /^[0-9A-Za-z]+$/;
const LEI_LENGTH = 20;
const SHORTEST_BASE = LEI_LENGTH + 1;
const LONGEST_BASE = 43;
const SHORTEST_ULI = SHORTEST_BASE + 2;
const LONGEST_ULI = LONGEST_BASE + 2;

/**
 * The remainder by 97 of the number that App. C makes of a text: digits stand, A to Z are 10 to 35, whatever the case.
 * Taken digit by digit in small integers: the division of App. C's alternative needs more digits than a double has.
 */
function remainder97(text: string): number {
  let remainder = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code <= 57) remainder = (remainder * 10 + code - 48) % 97;
    else remainder = (remainder * 100 + (code & 31) + 9) % 97;
  }
  return remainder;
}

/**
 * The two check digits of an LEI with its loan identifier: ISO/IEC 7064 MOD 97-10 as 12 CFR 1003 App. C states it.
 *
 * @throws invalid UliBaseLength unless 21 to 43 characters; UliBaseNotAlphanumeric
 */
export function uliCheckDigits(base: string): string {
  if (base.length < SHORTEST_BASE || base.length > LONGEST_BASE)
    throw invalid('UliBaseLength', 'an LEI with a loan identifier has 21 to 43 characters', {
      length: base.length,
    });
  if (!ALPHANUMERIC.test(base))
    throw invalid(
      'UliBaseNotAlphanumeric',
      'an LEI with a loan identifier has letters A to Z and digits alone',
    );
  return String(98 - remainder97(`${base}00`)).padStart(2, '0');
}

/** The universal loan identifier: LEI, loan identifier of up to 23 characters, check digits. @throws as uliCheckDigits */
export function universalLoanIdentifier(lei: string, loanId: string): string {
  if (lei.length !== LEI_LENGTH)
    throw invalid('LeiLength', 'an LEI has 20 characters', { length: lei.length });
  return `${lei}${loanId}${uliCheckDigits(lei + loanId)}`;
}

/** 23 to 45 letters and digits: as long as a universal loan identifier. */
export const isUliFormat = (text: string): boolean =>
  text.length >= SHORTEST_ULI && text.length <= LONGEST_ULI && ALPHANUMERIC.test(text);

/** 1 to 22 letters and digits: a non-universal loan identifier of an exempt filer, which has no check digit. */
export const isNuliFormat = (text: string): boolean => text.length < SHORTEST_ULI && ALPHANUMERIC.test(text);

/** A text of a ULI's format whose check digits agree. */
export const isValidUli = (text: string): boolean => isUliFormat(text) && remainder97(text) === 1;
