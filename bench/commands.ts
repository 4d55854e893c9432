import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshAssembly } from '../tools/fresh-assembly.ts';
import { type Figure, rounded } from './figure.ts';

const startPort = 4870;

/** What a person at the terminal waits for. */
export async function measureCommands(root: string): Promise<Figure[]> {
  await freshAssembly(root, () => undefined);
  return [
    {
      name: 'npm start, once built, to the first 200',
      value: await startSeconds(root),
      unit: 's',
      target: 6,
    },
    await command(root, 'synth', 20),
    await command(root, 'check', 60),
    await command(root, 'demo', 90),
  ];
}

async function startSeconds(root: string): Promise<number> {
  const state = mkdtempSync(join(tmpdir(), 'keyturn-bench-start-'));
  const started = performance.now();
  const child = run(root, ['start', '--', '--fresh', '--port', String(startPort), '--state', state]);
  const ended = exitCode(child);
  try {
    for (;;) {
      const reply = await fetch(`http://127.0.0.1:${startPort + 1}/_local/health`).catch(() => undefined);
      if (reply?.ok === true) return rounded((performance.now() - started) / 1000);
      if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await ended;
    rmSync(state, { recursive: true, force: true });
  }
}

/** The command's own verdict stands in the note: how long a failing run took says little. */
async function command(root: string, script: string, target: number): Promise<Figure> {
  const started = performance.now();
  const code = await exitCode(run(root, ['run', script]));
  const value = rounded((performance.now() - started) / 1000);
  return {
    name: `npm run ${script}`,
    value,
    unit: 's',
    target,
    ...(code === 0 ? {} : { note: `ended with exit code ${code}` }),
  };
}

/** A process group of its own, so that ending it ends what npm started too. */
const run = (cwd: string, args: readonly string[]): ChildProcess =>
  spawn('npm', args, { cwd, stdio: 'ignore', detached: true });

const exitCode = (child: ChildProcess): Promise<number> =>
  new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
