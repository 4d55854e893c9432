import type { Condition, Write } from './storage.ts';

export interface Expression {
  names: Record<string, string>;
  values: Record<string, unknown>;
  condition?: string;
  update?: string;
}

/** DynamoDB's expressions for one write; every name and value by placeholder, so reserved words never matter. */
export function expressionOf(write: Write): Expression {
  const expression: Expression = { names: {}, values: {} };
  const condition = conditionText(write.when, expression);
  if (condition) expression.condition = condition;
  const update = write.kind === 'update' ? updateText(write, expression) : '';
  if (update) expression.update = update;
  return expression;
}

const nameOf = (name: string, { names }: Expression): string => {
  const known = Object.entries(names).find(([, value]) => value === name);
  if (known) return known[0];
  const placeholder = `#n${Object.keys(names).length}`;
  names[placeholder] = name;
  return placeholder;
};

const valueOf = (value: unknown, { values }: Expression): string => {
  const placeholder = `:v${Object.keys(values).length}`;
  values[placeholder] = value;
  return placeholder;
};

function conditionText(condition: Condition | undefined, to: Expression): string {
  if (!condition) return '';
  const parts: string[] = [];
  if (condition.exists === true) parts.push(`attribute_exists(${nameOf('pk', to)})`);
  if (condition.exists === false) parts.push(`attribute_not_exists(${nameOf('pk', to)})`);
  for (const name of condition.attributeAbsent ?? []) parts.push(`attribute_not_exists(${nameOf(name, to)})`);
  for (const [name, value] of Object.entries(condition.equals ?? {}))
    parts.push(`${nameOf(name, to)} = ${valueOf(value, to)}`);
  for (const [name, values] of Object.entries(condition.oneOf ?? {})) {
    parts.push(`${nameOf(name, to)} IN (${values.map((value) => valueOf(value, to)).join(', ')})`);
  }
  return parts.join(' AND ');
}

function updateText(write: Extract<Write, { kind: 'update' }>, to: Expression): string {
  const set = Object.entries(write.set ?? {}).filter(([, value]) => value !== undefined);
  const clauses = [
    ['SET', set.map(([name, value]) => `${nameOf(name, to)} = ${valueOf(value, to)}`)],
    [
      'ADD',
      Object.entries(write.add ?? {}).map(([name, value]) => `${nameOf(name, to)} ${valueOf(value, to)}`),
    ],
    ['REMOVE', (write.remove ?? []).map((name) => nameOf(name, to))],
  ] as const;
  return clauses
    .filter(([, parts]) => parts.length > 0)
    .map(([verb, parts]) => `${verb} ${parts.join(', ')}`)
    .join(' ');
}
