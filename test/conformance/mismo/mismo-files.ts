import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../shared/mismo', import.meta.url));

export const mismoPresent: boolean = existsSync(root);
export const mismoAbsentMessage = 'published MISMO files are absent (../shared/mismo): skipped';

/** The XML files of a folder of the published selection, by name below it. */
export const mismoFiles = (folder: string): string[] =>
  mismoPresent
    ? readdirSync(path.join(root, folder))
        .filter((name) => /\.xml$/i.test(name))
        .map((name) => `${folder}/${name}`)
    : [];

export const readMismo = (name: string): string => readFileSync(path.join(root, name), 'utf8');
