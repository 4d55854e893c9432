import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const vectors = fileURLToPath(new URL('../../../shared/vectors', import.meta.url));

export const vectorsPresent: boolean = existsSync(vectors);

export const vectorsAbsentMessage = 'published vectors are absent (../shared/vectors): skipped';

/** One published file as parsed JSON; its shape is the caller's to state. */
export function readVectors<T>(name: string): T {
  return JSON.parse(readFileSync(path.join(vectors, name), 'utf8')) as T;
}

/** One published file as it stands. */
export const readVectorText = (name: string): string => readFileSync(path.join(vectors, name), 'utf8');
