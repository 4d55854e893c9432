import { existsSync, readFileSync, readdirSync } from 'node:fs';
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

/** The published files of a folder whose names match, by their names under the vectors; none where they are absent. */
export const publishedNames = (folder: string, pattern: RegExp): string[] =>
  vectorsPresent
    ? readdirSync(path.join(vectors, folder))
        .filter((name) => pattern.test(name))
        .toSorted()
        .map((name) => `${folder}/${name}`)
    : [];
