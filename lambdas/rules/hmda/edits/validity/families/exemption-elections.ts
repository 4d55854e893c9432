/** True when the exemption election is taken in some of the fields that belong together, and not in all. */
export const isElectedInPart = (isElected: (text: string) => boolean, texts: readonly string[]): boolean =>
  texts.some(isElected) && !texts.every(isElected);
