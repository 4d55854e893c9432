/** `npm run check`: format, lint, types, import rules, taste; all of them, side by side, and a list of what failed. */
import { spawn } from 'node:child_process';
import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';

const steps: readonly [name: string, ...command: string[]][] = [
  ['types', 'node', 'node_modules/typescript7/bin/tsc', '-p', '.'],
  ['format', 'oxfmt', '--check', '.'],
  ['lint', 'oxlint', '--type-aware', '.'],
  [
    'imports',
    'depcruise',
    'bin',
    'lib',
    'lambdas',
    'local',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'err',
  ],
  ['taste', 'vitest', 'run', '--project', 'tidy', '--reporter', 'dot'],
];

interface Outcome {
  name: string;
  ok: boolean;
  seconds: number;
  output: string;
}

function run([name, command, ...args]: readonly [string, ...string[]]): Promise<Outcome> {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command ?? '', args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ name, ok: false, seconds: 0, output: error.message }));
    child.on('close', (code) =>
      resolve({ name, ok: code === 0, seconds: (performance.now() - started) / 1000, output }),
    );
  });
}

const waiting = [...steps];
const outcomes: Outcome[] = [];

async function worker(): Promise<void> {
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    const outcome = await run(step);
    outcomes.push(outcome);
    console.log(`${outcome.ok ? 'ok  ' : 'FAIL'} ${outcome.name.padEnd(8)} ${outcome.seconds.toFixed(1)} s`);
  }
}

await Promise.all(Array.from({ length: Math.min(2, cpus().length) }, worker));
const failed = outcomes.filter(({ ok }) => !ok);
for (const { name, output } of failed) console.log(`\n--- ${name} ---\n${output.trim()}`);
process.exitCode = failed.length > 0 ? 1 : 0;
