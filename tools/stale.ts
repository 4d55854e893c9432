import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { functionEntries } from './function-entries.ts';

/** Whether the bundles in `dist` are older than any of their sources, or the set of functions has changed since. */
export function buildIsStale(root: string): boolean {
  const stamp = join(root, 'dist', '.built');
  if (!existsSync(stamp)) return true;
  const names = functionEntries(root).map(({ name }) => name);
  if (readFileSync(stamp, 'utf8') !== `${names.join('\n')}\n`) return true;
  if (names.some((name) => !existsSync(join(root, 'dist', name, 'index.mjs')))) return true;
  return isOlder(root, stamp, [
    'lambdas/**/*.ts',
    'lambdas/**/*.json',
    'package-lock.json',
    'tools/build.ts',
  ]);
}

/** True when the product is missing or any source that a pattern finds under the root is younger. */
export function isOlder(root: string, product: string, patterns: readonly string[]): boolean {
  if (!existsSync(product)) return true;
  const madeAt = statSync(product).mtimeMs;
  return globSync([...patterns], { cwd: root }).some(
    (source) => statSync(join(root, source)).mtimeMs > madeAt,
  );
}
