import type * as z from 'zod';
import { invalid } from './errors.ts';

/** Parses by schema or says which field broke which rule; the value itself is never quoted. */
export function parseAs<S extends z.ZodType>(schema: S, value: unknown, what = 'request'): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? [{ field: pathOf(issue.path), rule: `has ${issue.keys.length} field(s) that are not known here` }]
      : [{ field: pathOf(issue.path), rule: issue.message }],
  );
  throw invalid(
    'InvalidRequest',
    `the ${what} breaks ${problems.length === 1 ? 'a rule' : 'some rules'}`,
    {},
    problems.slice(0, 20),
  );
}

const pathOf = (path: readonly PropertyKey[]): string => path.map(String).join('.') || '(root)';

const deepest = 40;

/** JSON within bounds: a body of a thousand nested arrays is refused before anything walks it. */
export function parseJson(text: string): unknown {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index];
    if (inString) {
      if (char === '\\') index += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') depth -= 1;
    if (depth > deepest) throw invalid('InvalidJson', `the body is nested more than ${deepest} levels deep`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('InvalidJson', 'the body is not JSON');
  }
}
