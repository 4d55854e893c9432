import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keyturn } from '../lib/app.ts';
import { stageNamed, type StageName } from '../lib/stages.ts';
import { putInPlace } from './put-in-place.ts';

const root = resolve(import.meta.dirname, '..');

/**
 * Synthesizes one stage into `cdk.out/<stage>` without the CLI: with every policy pack, or for `local` with none. A
 * broken rule throws. Several at once do not meet: each writes a folder of its own, and the last one stays.
 */
export async function synthesize(name: StageName, outdir = join(root, 'cdk.out', name)): Promise<string> {
  // The built-in validation reads its switch from the environment alone.
  if (name === 'local') process.env['CDK_VALIDATION'] = 'false';
  const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')) as {
    context: Record<string, unknown>;
  };
  await putInPlace(outdir, async (folder) => {
    const app = await keyturn({ outdir: folder, context: { ...context, stage: name } });
    try {
      app.synth();
    } catch (error) {
      throw keptReport(error, folder, outdir);
    }
  });
  return outdir;
}

/** The packs' report of a synthesis that failed stays as `cdk.out/<stage>.validation-report.json`, where the error says it is. */
function keptReport(error: unknown, folder: string, outdir: string): unknown {
  const report = join(folder, 'validation-report.json');
  if (!(error instanceof Error) || !existsSync(report)) return error;
  const kept = `${outdir}.validation-report.json`;
  copyFileSync(report, kept);
  const named = [report, relative(process.cwd(), report)];
  return new Error(
    named.reduce((text, name) => text.replaceAll(name, kept), error.message),
    {
      cause: error,
    },
  );
}

async function main(): Promise<void> {
  const names = process.argv.slice(2);
  for (const { name } of (names.length > 0 ? names : ['dev', 'staging', 'prod']).map(stageNamed)) {
    const startedAt = performance.now();
    await synthesize(name);
    console.log(
      `${name.padEnd(8)} cdk.out/${name}  ${((performance.now() - startedAt) / 1000).toFixed(1)} s`,
    );
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
