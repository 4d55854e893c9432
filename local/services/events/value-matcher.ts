import type { Json } from '../service.ts';
import { cidr } from './cidr.ts';
import { numeric } from './numeric.ts';
import { wildcard } from './wildcard.ts';

/** Decides on one scalar of the event. */
export type ScalarTest = (value: Json) => boolean;

/** How one entry of a pattern's list decides on a field: by its scalars, or by its presence. */
export type ValueMatcher = { test: ScalarTest } | { exists: boolean };

/** Compiles one entry of a leaf list. Throws `SyntaxError` with what is wrong. */
export function valueMatcher(entry: Json): ValueMatcher {
  if (entry === null || typeof entry !== 'object') return { test: (value) => value === entry };
  const [name, operand] = onlyField(entry);
  if (name === 'exists') {
    if (typeof operand !== 'boolean')
      throw new SyntaxError('exists match pattern must be either true or false.');
    return { exists: operand };
  }
  return { test: operatorTest(name, operand) };
}

function operatorTest(name: string, operand: Json): ScalarTest {
  switch (name) {
    case 'prefix':
      return affix(operand, (text, part) => text.startsWith(part));
    case 'suffix':
      return affix(operand, (text, part) => text.endsWith(part));
    case 'equals-ignore-case':
      return ignoringCase(operand, (text, part) => text === part);
    case 'wildcard':
      return onText(wildcard(textOf(operand)));
    case 'cidr':
      return onText(cidr(textOf(operand)));
    case 'numeric': {
      const holds = numeric(operand);
      return (value) => typeof value === 'number' && holds(value);
    }
    case 'anything-but':
      return anythingBut(operand);
    default:
      throw new SyntaxError(`Unrecognized match type ${name}`);
  }
}

/** Everything but the values, or but what a nested prefix, suffix, wildcard or equals-ignore-case (of one or several) matches. */
function anythingBut(operand: Json): ScalarTest {
  if (operand !== null && typeof operand === 'object' && !Array.isArray(operand)) {
    const [name, inner] = onlyField(operand);
    if (!['prefix', 'suffix', 'wildcard', 'equals-ignore-case', 'cidr'].includes(name))
      throw new SyntaxError(`Unsupported anything-but pattern: ${name}`);
    const tests = (Array.isArray(inner) ? inner : [inner]).map((part) => operatorTest(name, part));
    return (value) => !tests.some((test) => test(value));
  }
  const values = Array.isArray(operand) ? operand : [operand];
  if (values.length === 0 || values.some((value) => value !== null && typeof value === 'object'))
    throw new SyntaxError('anything-but takes a value or a list of values');
  return (value) => !values.includes(value);
}

function affix(operand: Json, holds: (text: string, part: string) => boolean): ScalarTest {
  if (typeof operand === 'string') return onText((text) => holds(text, operand));
  const [name, inner] = onlyField(operand);
  if (name !== 'equals-ignore-case') throw new SyntaxError(`Unsupported nested pattern: ${name}`);
  return ignoringCase(inner, holds);
}

function ignoringCase(operand: Json, holds: (text: string, part: string) => boolean): ScalarTest {
  const part = textOf(operand).toLowerCase();
  return onText((text) => holds(text.toLowerCase(), part));
}

function onText(holds: (text: string) => boolean): ScalarTest {
  return (value) => typeof value === 'string' && holds(value);
}

function textOf(operand: Json): string {
  if (typeof operand !== 'string') throw new SyntaxError('Match pattern must be a string');
  return operand;
}

function onlyField(entry: Json): [string, Json] {
  const fields =
    entry !== null && typeof entry === 'object' && !Array.isArray(entry) ? Object.entries(entry) : [];
  if (fields.length !== 1) throw new SyntaxError('Only one key allowed in match expression');
  return fields[0]!;
}
