/** A rule engine from the shell: `npm run calc -- <engine> [--explain] < input.json`; `--example` and `--list` show its input. */
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { PatientWriter } from './patient-writer.ts';
import { calculate, exampleOf, listEngines, optionRefused, usage } from './calc/run-calc.ts';
import type { CalcOutcome } from './calc/run-calc.ts';

async function main(): Promise<CalcOutcome> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { list: { type: 'boolean' }, example: { type: 'boolean' }, explain: { type: 'boolean' } },
    strict: false,
  });
  const refused = optionRefused(values);
  if (refused) return refused;
  const [name] = positionals;
  if (values['list'] === true) return listEngines(name);
  if (name === undefined || positionals.length > 1) return { exitCode: 2, stdout: '', stderr: `${usage}\n` };
  if (values['example'] === true) return exampleOf(name);
  return calculate(name, await text(process.stdin), values['explain'] === true);
}

const { exitCode, stdout, stderr } = await main();
for (const [handle, said] of [
  [1, stdout],
  [2, stderr],
] as const) {
  const writer = new PatientWriter(handle); // a reader that has gone, `| head`, is no fault
  writer.write(said);
  writer.flush();
}
process.exitCode = exitCode;
