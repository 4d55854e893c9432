import type { Json } from '../service.ts';
import { AwsError } from '../service.ts';
import { valueMatcher, type ScalarTest, type ValueMatcher } from './value-matcher.ts';

export type EventTest = (event: Json) => boolean;

type Fields = Record<string, Json>;
/** Decides on the field of one object; `undefined` means the field is not there. */
type FieldTest = (value: Json | undefined) => boolean;

/**
 * Compiles an event pattern (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html).
 * Throws `InvalidEventPatternException` with the path of what is wrong.
 */
export function eventPattern(pattern: string | Json): EventTest {
  try {
    const parsed = typeof pattern === 'string' ? (JSON.parse(pattern) as Json) : pattern;
    const test = compileFields(asFields(parsed, 'Filter is not an object'), []);
    return (event) => isFields(event) && test(event);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AwsError('InvalidEventPatternException', `Event pattern is not valid. Reason: ${reason}`);
  }
}

function compileFields(pattern: Fields, path: string[]): (fields: Fields) => boolean {
  const names = Object.keys(pattern);
  if (names.length === 0)
    throw new SyntaxError(`Empty objects are not allowed at ${path.join('.') || 'top level'}`);
  const tests = names.map((name) => {
    const inner = pattern[name]!;
    if (name === '$or' && isAlternatives(inner)) {
      const alternatives = inner.map((alternative) => compileFields(asFields(alternative, '$or'), path));
      return (fields: Fields) => alternatives.some((test) => test(fields));
    }
    const test = compileField(inner, [...path, name]);
    return (fields: Fields) => test(Object.hasOwn(fields, name) ? fields[name] : undefined);
  });
  return (fields) => tests.every((test) => test(fields));
}

function compileField(pattern: Json, path: string[]): FieldTest {
  if (Array.isArray(pattern)) return leaf(pattern, path);
  const test = compileFields(asFields(pattern, `"${path.at(-1)}" must be an object or an array`), path);
  return (value) => within(value, test);
}

/** An array of objects matches when one element satisfies the whole inner pattern; a missing object may still satisfy `exists: false`. */
function within(value: Json | undefined, test: (fields: Fields) => boolean): boolean {
  if (Array.isArray(value)) {
    const objects = objectsIn(value);
    return objects.length === 0 ? test({}) : objects.some(test);
  }
  return test(isFields(value) ? value : {});
}

function objectsIn(value: Json): Fields[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  return isFields(value) ? [value] : [];
}

function leaf(entries: Json[], path: string[]): FieldTest {
  if (entries.length === 0) throw new SyntaxError(`Empty arrays are not allowed at ${path.join('.')}`);
  const matchers: ValueMatcher[] = entries.map((entry) => {
    try {
      return valueMatcher(entry);
    } catch (error) {
      throw new SyntaxError(`${error instanceof Error ? error.message : ''} at ${path.join('.')}`, {
        cause: error,
      });
    }
  });
  const tests: ScalarTest[] = matchers.flatMap((matcher) => ('test' in matcher ? [matcher.test] : []));
  const wantsPresent = matchers.some((matcher) => 'exists' in matcher && matcher.exists);
  const wantsAbsent = matchers.some((matcher) => 'exists' in matcher && !matcher.exists);
  return (value) => {
    const scalars = scalarsOf(value);
    if (scalars.length === 0) return wantsAbsent;
    return wantsPresent || scalars.some((scalar) => tests.some((test) => test(scalar)));
  };
}

/** `exists` and values look at leaves only: an object, an empty array or nothing has none. */
function scalarsOf(value: Json | undefined): Json[] {
  if (value === undefined || isFields(value)) return [];
  return Array.isArray(value) ? value.flatMap(scalarsOf) : [value];
}

/** `$or` is an operator when it lists at least two objects that are patterns; else it is a field like any other. */
function isAlternatives(value: Json): value is Json[] {
  return Array.isArray(value) && value.length > 1 && value.every((item) => isFields(item));
}

function isFields(value: Json | undefined): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function asFields(value: Json, message: string): Fields {
  if (!isFields(value)) throw new SyntaxError(message);
  return value;
}
