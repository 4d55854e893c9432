import jsonata from 'jsonata';
import type { Clock, Json, Random } from '../service.ts';
import { StateError } from './state-error.ts';
import { stepFunctionsLibrary } from './step-functions-library.ts';

const EXPRESSION = /^\{%([\s\S]*)%\}$/;
const DEEPEST_CALLS = 500;

/** `$states` and the variables in scope, by name without the dollar. */
export type Bindings = Readonly<Record<string, unknown>>;

export interface Expressions {
  /** The value of a field with every `{% … %}` in it replaced; rejects with `States.QueryEvaluationError`. */
  evaluate(this: void, template: Json, bindings: Bindings, field: string): Promise<Json>;
}

/** The JSONata inside `{% … %}`; undefined for a plain string. */
export function expressionIn(text: string): string | undefined {
  return EXPRESSION.exec(text)?.[1]?.trim();
}

/** Compiles each expression once; templates without any cost nothing. */
export function expressions(clock: Clock, random: Random): Expressions {
  const compiled = new Map<string, jsonata.Expression>();
  const library = stepFunctionsLibrary(clock, random);

  function compile(source: string): jsonata.Expression {
    const known = compiled.get(source);
    if (known !== undefined) return known;
    const expression = jsonata(source, { stack: DEEPEST_CALLS });
    for (const { name, run } of library) expression.registerFunction(name, run);
    compiled.set(source, expression);
    return expression;
  }

  async function run(source: string, bindings: Bindings, field: string): Promise<Json> {
    let value: unknown;
    try {
      value = await compile(source).evaluate(undefined, bindings);
    } catch (error) {
      const message =
        error instanceof Error || isRecord(error) ? String(error['message' as never]) : String(error);
      throw queryError(
        `The JSONata expression '${source}' specified for the field '${field}' threw an error during evaluation. ${message}`,
      );
    }
    if (value === undefined)
      throw queryError(
        `The JSONata expression '${source}' specified for the field '${field}' returned nothing (undefined).`,
      );
    return plainJson(value, () =>
      queryError(
        `The JSONata expression '${source}' specified for the field '${field}' returned an unsupported result type.`,
      ),
    );
  }

  async function evaluate(template: Json, bindings: Bindings, field: string): Promise<Json> {
    if (typeof template === 'string') {
      const source = expressionIn(template);
      return source === undefined ? template : await run(source, bindings, field);
    }
    if (Array.isArray(template)) {
      const values: Json[] = [];
      for (const [index, entry] of template.entries())
        values.push(await evaluate(entry, bindings, `${field}[${index}]`));
      return values;
    }
    if (template === null || typeof template !== 'object') return template;
    const values: Record<string, Json> = {};
    for (const [name, entry] of Object.entries(template))
      values[name] = await evaluate(entry, bindings, `${field}/${name}`);
    return values;
  }

  return { evaluate };
}

function queryError(cause: string): StateError {
  return new StateError('States.QueryEvaluationError', cause);
}

/** JSONata gives arrays with hidden marks, objects without a prototype, and functions; only JSON may go on. */
function plainJson(value: unknown, refuse: () => StateError): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw refuse();
    return value;
  }
  if (Array.isArray(value)) return value.map((entry) => plainJson(entry, refuse));
  if (!isRecord(value) || '_jsonata_function' in value || '_jsonata_lambda' in value) throw refuse();
  const plain: Record<string, Json> = {};
  for (const [name, entry] of Object.entries(value))
    if (entry !== undefined) plain[name] = plainJson(entry, refuse);
  return plain;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
