import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { StartProblem } from '../local/runtime/state-folder.ts';
import { buildIsStale, isOlder } from './stale.ts';

/**
 * The local stage's assembly under `cdk.out/local`, built and synthesized first when a source is newer than it.
 * Rejects with `StartProblem` when the build or the synthesis fails.
 */
export async function freshAssembly(root: string, say: (message: string) => void): Promise<string> {
  const folder = join(root, 'cdk.out', 'local');
  if (buildIsStale(root)) {
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
  if (isOlder(root, join(folder, 'manifest.json'), sources)) {
    say('synthesizing the local stage');
    await run(root, ['tools/synth.ts', 'local']);
  }
  return folder;
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
