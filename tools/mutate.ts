/**
 * `npm run mutate [-- FILE...]`: changes each line of money, calendar, APR and waterfall and runs the tests that cover it.
 * A change that no test notices is a survivor: each must be argued in `tools/mutation/argued.ts`, else the exit code is 1.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { argued } from './mutation/argued.ts';
import { judgeSurvivors, mutantsOf } from './mutation/survivors.ts';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'tools', 'mutation');

function run(command: string, args: readonly string[], cwd = root): void {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

// Installed here alone: nobody else needs its hundred and fifty packages.
if (!existsSync(join(folder, 'node_modules'))) run('npm', ['ci'], folder);
const files = process.argv.slice(2);
run(process.execPath, [
  join(folder, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js'),
  'run',
  'tools/mutation/stryker.config.json',
  ...(files.length > 0 ? ['--mutate', files.join(',')] : []),
]);

const mutants = mutantsOf(readFileSync(join(root, '.cache', 'mutation.json'), 'utf8'));
const { counts, unargued, arguedNow, forgotten } = judgeSurvivors(mutants, argued);
console.log(
  `\n${Object.entries(counts)
    .map(([status, count]) => `${status} ${count}`)
    .join(', ')}`,
);
console.log(`${arguedNow.length} survivors are argued in tools/mutation/argued.ts`);
if (files.length === 0)
  for (const { file, was, becomes } of forgotten)
    console.log(`argued, but survives no more: ${file}: ${was} -> ${becomes}`);
for (const { file, line, was, becomes } of unargued)
  console.log(`${file}:${line} survives: ${was} -> ${becomes}`);
process.exitCode = unargued.length === 0 ? 0 : 1;
