import * as z from 'zod';
import { DomainError } from '../../lambdas/shared/errors.ts';
import { engines } from './engines.ts';
import { parseJson } from '../../lambdas/shared/parse.ts';

export interface CalcOutcome {
  exitCode: 0 | 2;
  stdout: string;
  stderr: string;
}

export const usage =
  'usage: npm run calc -- <engine> [--explain] < input.json\n       npm run calc -- --list';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const fail = (stderr: string): CalcOutcome => ({ exitCode: 2, stdout: '', stderr: `${stderr}\n` });

/** Each engine with the JSON schema of its input and an example that runs. */
export function listEngines(): CalcOutcome {
  const list = engines.map(({ name, summary, input, example }) => ({
    engine: name,
    summary,
    inputSchema: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }),
    example,
  }));
  return { exitCode: 0, stdout: json(list), stderr: '' };
}

/** One question: JSON of the answer, the derivation's lines after it if asked. Bad input is exit code 2, field by field. */
export function calculate(name: string, text: string, explain: boolean): CalcOutcome {
  const engine = engines.find((each) => each.name === name);
  if (!engine) return fail(`no engine ${name}; there are: ${engines.map((each) => each.name).join(', ')}`);
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
