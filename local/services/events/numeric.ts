import type { Json } from '../service.ts';

const COMPARE: Record<string, (left: number, right: number) => boolean> = {
  '=': (left, right) => left === right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

/** EventBridge's documented range of numeric matching. */
const LIMIT = 5_000_000_000;

/** `["=", n]`, `[">", a]`, or a range such as `[">", a, "<=", b]`. Throws on anything else. */
export function numeric(terms: Json): (value: number) => boolean {
  if (!Array.isArray(terms) || (terms.length !== 2 && terms.length !== 4))
    throw new SyntaxError('Value of numeric must be an array of operator and number, once or twice');
  const checks: ((value: number) => boolean)[] = [];
  for (let index = 0; index < terms.length; index += 2) {
    const operator = terms[index];
    const compare = typeof operator === 'string' ? COMPARE[operator] : undefined;
    const bound = terms[index + 1];
    if (compare === undefined)
      throw new SyntaxError(`Unrecognized numeric range operator: ${JSON.stringify(operator)}`);
    if (typeof bound !== 'number' || Math.abs(bound) > LIMIT)
      throw new SyntaxError('Value of numeric must be a number between -5e9 and 5e9');
    checks.push((value) => compare(value, bound));
  }
  if (
    terms.length === 4 &&
    !/^>=?,<=?$/.test(`${JSON.stringify(terms[0])},${JSON.stringify(terms[2])}`.replaceAll('"', ''))
  )
    throw new SyntaxError('A numeric range has its lower bound first');
  return (value) => checks.every((check) => check(value));
}
