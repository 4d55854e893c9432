import { DomainError } from '../../lambdas/shared/errors.ts';
import { checkFile } from './check-file.ts';
import { filingYearOf } from '../../lambdas/rules/hmda/open-filing.ts';
import { filingYears } from '../../lambdas/rules/hmda/filing-context.ts';
import { readReference } from './reference-file.ts';
import type { CheckExitCode, CheckOutput } from './check-file.ts';
import type { FilingFacts } from '../../lambdas/rules/hmda/open-filing.ts';
import type { FilingQuarter } from '../../lambdas/rules/hmda/filing-context.ts';

interface Arguments {
  positionals: readonly string[];
  values: Readonly<Record<string, string | boolean | undefined | (string | boolean)[]>>;
}

const usage = [
  'usage: npm run hmda -- check FILE [--year YEAR] [--quarter 1|2|3|4] [--reference FILE] [--json]',
  '  --year and --quarter: the filing, where it is not what the transmittal sheet says (4 is annual)',
  '  --reference: JSON with counties, tracts, smallCounties (lists of codes) and institution',
  '  exit code 0: nothing tripped; 1: edits tripped; 2: the input cannot be read',
  '',
].join('\n');

const known = new Set(['json', 'year', 'quarter', 'reference']);
const quarters: readonly FilingQuarter[] = [1, 2, 3, 4];

class UsageError extends Error {}

function factsOf(values: Arguments['values']): FilingFacts {
  const unknown = Object.keys(values).find((name) => !known.has(name));
  if (unknown !== undefined) throw new UsageError(`--${unknown}: not an option of check`);
  if (typeof values['json'] === 'string') throw new UsageError('--json: takes no value');
  const { year, quarter, reference } = values;
  const facts: FilingFacts = {};
  if (year !== undefined) {
    const held = filingYearOf(String(year));
    if (held === undefined) throw new UsageError(`--year: one of ${filingYears.join(', ')}`);
    facts.year = held;
  }
  if (quarter !== undefined) {
    const one = quarters.find((each) => String(each) === quarter);
    if (one === undefined) throw new UsageError('--quarter: one of 1, 2, 3, 4');
    facts.quarter = one;
  }
  if (reference !== undefined && typeof reference !== 'string')
    throw new UsageError('--reference: the name of a file');
  if (reference !== undefined) facts.reference = readReference(reference);
  return facts;
}

/** The command's story: what was asked, checked, then done. */
export function runHmda({ positionals, values }: Arguments, output: CheckOutput): CheckExitCode {
  const [verb, file] = positionals;
  if (verb !== 'check' || file === undefined || positionals.length > 2) {
    output.error(usage);
    return 2;
  }
  try {
    return checkFile({ file, asJson: values['json'] === true, facts: factsOf(values) }, output);
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    const problems = thrown instanceof DomainError ? thrown.problems : [];
    if (!(thrown instanceof UsageError) && !(thrown instanceof DomainError) && !('code' in thrown))
      throw thrown;
    output.error([thrown.message, ...problems.map(({ field, rule }) => `${field}: ${rule}`), ''].join('\n'));
    return 2;
  }
}
