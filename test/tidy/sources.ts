import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

export interface Source {
  path: string;
  text: string;
  lines: string[];
}

const folders = ['bin', 'lib', 'lambdas', 'local', 'tools', 'bench', 'test'];

/** Every TypeScript file of the project, read once. */
export const sources: readonly Source[] = folders
  .flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: root, exclude: ['**/node_modules/**'] }))
  .toSorted()
  .map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return { path, text, lines: text.split('\n') };
  });
