import { spawn } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from './state-folder.ts';

/**
 * The local stage's assembly under `cdk.out/local`, built and synthesized first when a source is newer than it.
 * Rejects with `StartProblem` when the build or the synthesis fails.
 */
export async function freshAssembly(root: string, say: (message: string) => void): Promise<string> {
  const folder = join(root, 'cdk.out', 'local');
  if (isStale(root, ['lambdas/**/*.ts', 'tools/build.ts', 'package-lock.json'], join(root, 'dist'))) {
    say('building the functions');
    await run(root, ['tools/build.ts']);
  }
  const sources = [
    'lib/**/*.ts',
    'lambdas/**/routes.ts',
    'state-machines/**',
    'cdk.json',
    'dist/*/index.mjs',
  ];
  if (isStale(root, sources, join(folder, 'manifest.json'))) {
    say('synthesizing the local stage');
    await run(root, ['tools/synth.ts', 'local']);
  }
  return folder;
}

/** True when the product is missing or older than any of its sources. A folder is as old as its youngest bundle. */
function isStale(root: string, patterns: string[], product: string): boolean {
  if (!existsSync(product)) return true;
  const made = statSync(product).isDirectory()
    ? globSync('*/index.mjs', { cwd: product }).map((file) => statSync(join(product, file)).mtimeMs)
    : [statSync(product).mtimeMs];
  if (made.length === 0) return true;
  const newest = Math.max(
    ...globSync(patterns, { cwd: root }).map((file) => statSync(join(root, file)).mtimeMs),
  );
  return newest > Math.max(...made);
}

async function run(root: string, command: string[]): Promise<void> {
  let said = '';
  const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
    });
  }
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new StartProblem(`node ${command.join(' ')} failed:\n${said.trim()}`);
}
