/** A condition of a published vector on the row before its settings: `F11 in [1,2,8]`, `F7 != 1`, joined by AND, OR, NOT. */
type Cells = readonly string[];

interface Term {
  field: number;
  operator: '==' | '!=' | '>' | 'in';
  values: readonly string[];
}

function termOf(text: string): Term {
  const [, field = '', operator = '', value = ''] = /^F(\d+) (==|!=|>|in) (.*)$/.exec(text) ?? [];
  const values = operator === 'in' ? value.slice(1, -1).split(',') : [value.replaceAll('"', '')];
  if (operator === '==' || operator === '!=' || operator === '>' || operator === 'in')
    return { field: Number(field), operator, values };
  throw new Error(`no condition of a vector: ${text}`);
}

/** Whether a row meets a condition; fields are counted from 1. */
export function meets(condition: string, cells: Cells): boolean {
  const negated = /^NOT\((.*)\)$/.exec(condition)?.[1];
  if (negated !== undefined) return !meets(negated, cells);
  if (condition.includes(' OR ')) return condition.split(' OR ').some((part) => meets(part, cells));
  if (condition.includes(' AND ')) return condition.split(' AND ').every((part) => meets(part, cells));
  const { field, operator, values } = termOf(condition);
  const text = cells[field - 1] ?? '';
  if (operator === '>') return Number(text) > Number(values[0]);
  return values.includes(text) === (operator !== '!=');
}

/** The row made to meet a condition that asks for values, by taking the first of each. */
export function settled(condition: string, cells: Cells): Cells {
  const first = condition.split(' OR ')[0] ?? '';
  return first
    .split(' AND ')
    .map(termOf)
    .reduce((row, { field, values }) => row.with(field - 1, values[0] ?? ''), [...cells]);
}
