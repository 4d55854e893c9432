import { filingEdits } from '../../lambdas/rules/hmda/filing-edits.ts';
import { larFields } from '../../lambdas/rules/hmda/lar-fields.ts';
import { parseTs } from '../../lambdas/rules/hmda/record-line.ts';
import { RegisterCheck } from '../../lambdas/rules/hmda/register-check.ts';
import { compared } from './compared.ts';
import { registerLines } from './hmda-register.ts';
import type { FilingContext } from '../../lambdas/rules/hmda/filing-context.ts';
import type { LarRow } from '../../lambdas/rules/hmda/lar-row.ts';
import type { Figure } from '../figure.ts';

const ROWS = 500;
const lines = [...registerLines(ROWS)];

/** A register's rows against every edit of 2026, and how many that makes in a second. */
export function measureHmda(): Figure[] {
  const [plain, ours] = compared('HMDA register of 500 rows, every edit', check, {
    name: 'HMDA the plain way: an object a row, the same row edits, keys in a set',
    call: plainCheck,
  });
  if (!plain || !ours) return [];
  const perSecond = Math.round((ROWS / ours.value) * 1e6);
  return [plain, { ...ours, note: `${perSecond} rows a second` }];
}

function check(): number {
  const register = new RegisterCheck({});
  for (const line of lines) register.accept(line);
  return register.finish().edits.length;
}

/** No stream, no report, no types of values and no counts of the file: what a script of an afternoon does. */
function plainCheck(): number {
  const [sheet = '', ...rows] = lines;
  const context: FilingContext = { year: 2026, quarter: 4, sheet: parseTs(sheet), reference: {} };
  const edits = filingEdits(context).row;
  const seen = new Set<string>();
  let failed = 0;
  for (const line of rows) {
    const texts = line.split('|');
    const row = Object.fromEntries(larFields.map(({ name }, index) => [name, texts[index] ?? ''])) as LarRow;
    failed += edits.filter((edit) => edit.fails(row, context)).length;
    if (seen.has(row.uli) || seen.has(line)) failed += 1;
    seen.add(row.uli).add(line);
  }
  return failed;
}
