const SHORTEST_ULI = 23;

/** 23 characters and more are read as a universal loan identifier, fewer (and none) as a non-universal one. */
export const isAsLongAsUli = (text: string): boolean => text.length >= SHORTEST_ULI;
