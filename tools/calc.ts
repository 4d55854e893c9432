/** A rule engine from the shell: `npm run calc -- <engine> [--explain] < input.json`; `--example` and `--list` show its input. */
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { calculate, exampleOf, listEngines, usage } from './calc/run-calc.ts';
import type { CalcOutcome } from './calc/run-calc.ts';

async function main(): Promise<CalcOutcome> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { list: { type: 'boolean' }, example: { type: 'boolean' }, explain: { type: 'boolean' } },
    strict: false,
  });
  const [name] = positionals;
  if (values['list'] === true) return listEngines(name);
  if (name === undefined || positionals.length > 1) return { exitCode: 2, stdout: '', stderr: `${usage}\n` };
  if (values['example'] === true) return exampleOf(name);
  return calculate(name, await text(process.stdin), values['explain'] === true);
}

const { exitCode, stdout, stderr } = await main();
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = exitCode;
