import * as z from 'zod';
import { DomainError } from '../../lambdas/shared/errors.ts';
import { engines } from './engines.ts';
import { fieldsAtFault } from './fields-at-fault.ts';
import { parseJson } from '../../lambdas/shared/parse.ts';

export interface CalcOutcome {
  exitCode: 0 | 2;
  stdout: string;
  stderr: string;
}

export const usage = `usage: npm run calc -- <engine> [--explain] < input.json
       npm run calc -- <engine> --example
       npm run calc -- --list [<engine>]`;

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const fail = (stderr: string): CalcOutcome => ({ exitCode: 2, stdout: '', stderr: `${stderr}\n` });

const options = new Set(['list', 'example', 'explain']);

/** A mistyped option is refused: left out in silence, `--exlain` would be an answer to another question. */
export function optionRefused(values: Readonly<Record<string, unknown>>): CalcOutcome | undefined {
  const wrong = Object.entries(values).find(([name, value]) => !options.has(name) || value !== true);
  if (!wrong) return undefined;
  const why = options.has(wrong[0]) ? 'takes no value' : 'not an option';
  return fail(`--${wrong[0]}: ${why}\n${usage}`);
}

const engineNamed = (name: string) => engines.find((each) => each.name === name);
const unknown = (name: string): CalcOutcome =>
  fail(`no engine ${name}; there are: ${engines.map((each) => each.name).join(', ')}`);

/** Each engine, or the one named, with the JSON schema of its input and an example that runs. */
export function listEngines(name?: string): CalcOutcome {
  const listed = engines.filter((each) => name === undefined || each.name === name);
  if (name !== undefined && listed.length === 0) return unknown(name);
  const list = listed.map(({ name, summary, input, example }) => ({
    engine: name,
    summary,
    inputSchema: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }),
    example,
  }));
  return { exitCode: 0, stdout: json(list), stderr: '' };
}

/** An input that the engine answers, to change and hand back. */
export function exampleOf(name: string): CalcOutcome {
  const engine = engineNamed(name);
  return engine ? { exitCode: 0, stdout: json(engine.example), stderr: '' } : unknown(name);
}

/** One question: JSON of the answer, the derivation's lines after it if asked. Bad input is exit code 2, field by field. */
export function calculate(name: string, text: string, explain: boolean): CalcOutcome {
  const engine = engineNamed(name);
  if (!engine) return unknown(name);
  let raw: unknown;
  try {
    raw = parseJson(text);
    const { result, derivation } = engine.answer(raw);
    const lines = derivation.length > 0 ? derivation : [`nothing here falls under a rule: ${engine.summary}`];
    return { exitCode: 0, stdout: `${json(result)}${explain ? `\n${lines.join('\n')}\n` : ''}`, stderr: '' };
  } catch (error) {
    return refused(error, raw);
  }
}

const MOST_PROBLEMS = 50;

/** @throws what is not a refusal: a fault of ours, with its stack */
function refused(error: unknown, raw: unknown): CalcOutcome {
  if (error instanceof z.ZodError) return fail(firstOf(error.issues.flatMap(linesOf)).join('\n'));
  if (!(error instanceof DomainError)) throw error;
  const problems = fieldsAtFault(error, raw).map(({ field, rule }) => `${field}: ${rule}`);
  return fail([`${error.code}: ${error.message}`, ...firstOf(problems)].join('\n'));
}

/** A list of ten thousand wrong items is told by its first. */
const firstOf = (lines: readonly string[]): readonly string[] =>
  lines.length > MOST_PROBLEMS
    ? [...lines.slice(0, MOST_PROBLEMS), `and ${lines.length - MOST_PROBLEMS} more`]
    : lines;

/** The field, then the rule it breaks; values are not repeated. */
function linesOf(issue: z.core.$ZodIssue): string[] {
  const at = issue.path.map(String);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `${[...at, key].join('.')}: not a field of this input`);
  return [`${at.join('.') || '(root)'}: ${ruleOf(issue)}`];
}

/** Of a choice between forms, what each form asks for: the message of the choice alone says nothing. */
function ruleOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue.message;
  const forms = issue.errors.map((form) =>
    form
      .map((each) => [each.path.map(String).join('.'), ruleOf(each)].filter((part) => part !== '').join(': '))
      .join(', '),
  );
  return [...new Set(forms)].join(', or ');
}
