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

/** Parses what the table holds. A malformed item is a fault of ours, never of the request: a plain error without the values. */
export function parseStored<S extends z.ZodType>(schema: S, item: unknown, what: string): z.output<S> {
  const parsed = schema.safeParse(item);
  if (parsed.success) return parsed.data;
  throw new Error(
    `${what} is malformed at ${parsed.error.issues.map(({ path }) => pathOf(path)).join(', ')}`,
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
    return JSON.parse(text, wellFormed);
  } catch {
    throw invalid('InvalidJson', 'the body is not JSON of well-formed text');
  }
}

/** Half a surrogate pair has no UTF-8 and no canonical form (RFC 8785, 3.2.2.2). */
function wellFormed(key: string, value: unknown): unknown {
  if (!key.isWellFormed() || (typeof value === 'string' && !value.isWellFormed()))
    throw new SyntaxError('half a surrogate pair');
  return value;
}
