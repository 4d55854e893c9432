import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

export interface StepResult {
  name: string;
  passed: number;
  failed: number;
  skipped: number;
  seconds: number;
}

/** Runs a command with its output shown; a failing one counts as one failed. */
export async function runCommand(
  name: string,
  command: string,
  args: readonly string[],
): Promise<StepResult> {
  const started = performance.now();
  console.log(`\n=== ${name}`);
  const code = await exitCodeOf(command, args);
  const seconds = (performance.now() - started) / 1000;
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, seconds };
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numFailedTestSuites: number;
}

/** Runs vitest projects and counts their tests; a file that could not be loaded counts as failed. */
export async function runProjects(
  name: string,
  projects: readonly string[],
  files: readonly string[] = [],
): Promise<StepResult> {
  const started = performance.now();
  console.log(`\n=== ${name}`);
  const report = `.cache/${name.replaceAll(/\W+/g, '-')}.json`;
  rmSync(report, { force: true });
  const args = [
    'run',
    ...files,
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter',
    'default',
    '--reporter',
    'json',
    '--outputFile.json',
    report,
  ];
  const code = await exitCodeOf('vitest', args);
  const counts = countsOf(report);
  const failed = code === 0 ? counts.failed : Math.max(1, counts.failed);
  return { name, ...counts, failed, seconds: (performance.now() - started) / 1000 };
}

function countsOf(report: string): { passed: number; failed: number; skipped: number } {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    ) as VitestReport;
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function exitCodeOf(command: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

const totalsFile = '.cache/test-totals.json';

/** A command that closes with `closeWith` itself: its own counts, not "one command passed". */
export async function runCounted(
  name: string,
  command: string,
  args: readonly string[],
): Promise<StepResult> {
  rmSync(totalsFile, { force: true });
  const result = await runCommand(name, command, args);
  try {
    const counts = JSON.parse(readFileSync(totalsFile, 'utf8')) as Pick<
      StepResult,
      'passed' | 'failed' | 'skipped'
    >;
    return { ...result, ...counts, failed: Math.max(counts.failed, result.failed) };
  } catch {
    return { ...result, passed: 0, failed: 1 };
  }
}

/** The table of steps and the closing line; the exit code says whether anything failed. */
export function closeWith(results: readonly StepResult[]): void {
  console.log('\n');
  for (const { name, passed, failed, skipped, seconds } of results) {
    console.log(
      `${name.padEnd(34)} ${String(passed).padStart(5)} passed ${String(failed).padStart(3)} failed ${String(skipped).padStart(3)} skipped ${seconds.toFixed(1).padStart(7)} s`,
    );
  }
  const sum = (pick: (result: StepResult) => number) =>
    results.reduce((total, result) => total + pick(result), 0);
  const skipped = sum((result) => result.skipped);
  const counts = { passed: sum((result) => result.passed), failed: sum((result) => result.failed), skipped };
  mkdirSync('.cache', { recursive: true });
  writeFileSync(totalsFile, JSON.stringify(counts));
  console.log(
    `\n${sum((result) => result.passed)} passed, ${sum((result) => result.failed)} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
  );
  process.exitCode = sum((result) => result.failed) > 0 ? 1 : 0;
}
