import * as z from 'zod';
import { DomainError } from '../../lambdas/shared/errors.ts';
import { engines } from './engines.ts';
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
  try {
    const { result, derivation } = engine.answer(parseJson(text));
    const lines = explain ? `\n${derivation.join('\n')}\n` : '';
    return { exitCode: 0, stdout: `${json(result)}${lines}`, stderr: '' };
  } catch (error) {
    return refused(error);
  }
}

/** @throws what is not a refusal: a fault of ours, with its stack */
function refused(error: unknown): CalcOutcome {
  if (error instanceof z.ZodError) return fail(error.issues.flatMap(linesOf).join('\n'));
  if (!(error instanceof DomainError)) throw error;
  const problems = error.problems.map(({ field, rule }) => `${field}: ${rule}`);
  return fail([`${error.code}: ${error.message}`, ...problems].join('\n'));
}

/** The field, then the rule it breaks; values are not repeated. */
function linesOf(issue: z.core.$ZodIssue): string[] {
  const at = issue.path.map(String);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `${[...at, key].join('.')}: not a field of this input`);
  return [`${at.join('.') || '(root)'}: ${issue.message}`];
}
