/** A rule engine from the shell: `npm run calc -- <engine> [--explain] < input.json`, `npm run calc -- --list`. */
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { calculate, listEngines, usage } from './calc/run-calc.ts';
import type { CalcOutcome } from './calc/run-calc.ts';

async function main(): Promise<CalcOutcome> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { list: { type: 'boolean' }, explain: { type: 'boolean' } },
    strict: false,
  });
  if (values['list'] === true) return listEngines();
  const [name] = positionals;
  if (name === undefined || positionals.length > 1) return { exitCode: 2, stdout: '', stderr: `${usage}\n` };
  return calculate(name, await text(process.stdin), values['explain'] === true);
}

const { exitCode, stdout, stderr } = await main();
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = exitCode;
