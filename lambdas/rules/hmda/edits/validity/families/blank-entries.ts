import { isBlank } from '../../../reported-words.ts';

export const areBlank = (entries: readonly string[]): boolean => entries.every(isBlank);

/** Each entry is blank or one of the codes, as in the second and later fields of a data point with several answers. */
export const areCodesOrBlank = (entries: readonly string[], isCode: (code: string) => boolean): boolean =>
  entries.every((entry) => isBlank(entry) || isCode(entry));
