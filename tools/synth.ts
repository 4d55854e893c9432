import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keyturn } from '../lib/app.ts';
import { stageNamed, type StageName } from '../lib/stages.ts';

const root = resolve(import.meta.dirname, '..');

/**
 * Synthesizes one stage into `cdk.out/<stage>` without the CLI: with every policy pack, or for `local` with none. A
 * broken rule throws.
 */
export async function synthesize(name: StageName, outdir = join(root, 'cdk.out', name)): Promise<string> {
  // The built-in validation reads its switch from the environment alone.
  if (name === 'local') process.env['CDK_VALIDATION'] = 'false';
  const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')) as {
    context: Record<string, unknown>;
  };
  const app = await keyturn({ outdir, context: { ...context, stage: name } });
  return app.synth().directory;
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
