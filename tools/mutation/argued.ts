import type { Argued } from './survivors.ts';

/** Survivors that no test can kill without asserting what does not matter, each with its reason. */
export const argued: readonly Argued[] = [];
