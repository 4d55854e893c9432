import { isBlank } from '../../../reported-words.ts';
import { areBlank } from './blank-entries.ts';

/**
 * The code is one of the list and not blank, unless a free form text field says the answer. A text excuses a blank
 * code, never a wrong one.
 */
export const isCodeOrWritten = (
  code: string,
  isCode: (code: string) => boolean,
  written: readonly string[],
): boolean => isCode(code) || (isBlank(code) && !areBlank(written));
