import { isBlank } from '../../../reported-words.ts';

/** True when a code stands in two of the fields; blank fields repeat nothing. */
export const repeatsACode = (entries: readonly string[]): boolean =>
  entries.some((entry, index) => !isBlank(entry) && entries.indexOf(entry) !== index);
