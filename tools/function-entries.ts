import { existsSync, globSync } from 'node:fs';
import { basename, join, sep } from 'node:path';

/** File-name prefixes of `lambdas/<capability>/handlers/` that are functions of their own; route handlers are mounted by `api.ts`. */
export const functionPrefixes = ['on', 'task', 'nightly', 'hourly', 'authorize'] as const;

export interface FunctionEntry {
  /** `<capability>-api` or `<capability>-<handler file's stem>`; the folder below `dist/`. */
  name: string;
  /** Relative to the root, with forward slashes. */
  source: string;
}

/** Every Lambda function of the source tree, sorted by name. An absent or empty `lambdas/` gives an empty list. */
export function functionEntries(root: string): FunctionEntry[] {
  if (!existsSync(join(root, 'lambdas'))) return [];
  const patterns = [
    'lambdas/*/api.ts',
    ...functionPrefixes.map((prefix) => `lambdas/*/handlers/${prefix}-*.ts`),
  ];
  return globSync(patterns, { cwd: root })
    .map((path) => path.split(sep).join('/'))
    .filter((source) => !source.endsWith('.d.ts') && !source.startsWith('lambdas/shared/'))
    .map((source) => ({ name: `${capabilityOf(source)}-${basename(source, '.ts')}`, source }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function capabilityOf(source: string): string {
  return source.split('/')[1] ?? '';
}
