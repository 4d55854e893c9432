type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

/** Every part of a result that carries a citation, as a line: what it is, what it was worked from, and the source. */
export function citedLines(_input: unknown, result: unknown): string[] {
  const lines: string[] = [];
  walk(result, '', lines);
  return lines;
}

function walk(value: unknown, path: string, lines: string[]): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) walk(item, `${path}[${nameOf(item) ?? index}]`, lines);
    return;
  }
  if (!isFields(value)) return;
  const { citation } = value;
  if (typeof citation === 'string') lines.push(lineOf(value, path, citation));
  for (const [name, item] of Object.entries(value)) walk(item, path === '' ? name : `${path}.${name}`, lines);
}

const nameOf = (item: unknown): string | undefined => {
  if (!isFields(item)) return undefined;
  const name = item['id'] ?? item['rule'] ?? item['item'];
  return typeof name === 'string' ? name : undefined;
};

function lineOf(fields: Fields, path: string, citation: string): string {
  const { reason } = fields;
  const used = isFields(fields['used']) ? scalars(fields['used']) : inputs(fields['inputs']);
  const own = scalars(fields, ['reason', 'citation', 'id', 'rule', 'item']);
  const facts = [own, used === '' ? '' : `from ${used}`].filter((part) => part !== '').join(', ');
  const why = typeof reason === 'string' ? `: ${reason}` : '';
  return `${path || 'result'}${why}; ${facts} (${citation})`;
}

const scalars = (fields: Fields, without: readonly string[] = []): string =>
  Object.entries(fields)
    .filter(([name, value]) => isScalar(value) && !without.includes(name))
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');

/** The inputs of an income worksheet's line: names and values. */
const inputs = (list: unknown): string =>
  Array.isArray(list)
    ? list
        .filter(isFields)
        .map(({ name, value }) => `${String(name)} ${String(value)}`)
        .join(', ')
    : '';
