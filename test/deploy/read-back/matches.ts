/** A live value whose form is not the template's: that it is there is all that is asked of it. */
export const present = Symbol('present');

/**
 * Whether a live value is what a template asks for. What the template leaves to CloudFormation (`Ref`, `Fn::GetAtt` …)
 * must only be there; everything literal must be the same. Lists are compared without order, numbers as text.
 */
export function matches(asked: unknown, live: unknown): boolean {
  if (live === present) return true;
  if (live === undefined || live === null) return false;
  if (Array.isArray(asked)) {
    if (!Array.isArray(live) || live.length !== asked.length) return false;
    return asked.every((item) => live.some((candidate) => matches(item, candidate)));
  }
  if (typeof asked === 'object' && asked !== null) {
    const join = partsOfJoin(asked);
    if (join !== undefined) return typeof live === 'string' && holdsInOrder(join, live);
    if (isIntrinsic(asked)) return live !== '';
    return (
      typeof live === 'object' &&
      Object.entries(asked).every(([name, value]) => matches(value, (live as Record<string, unknown>)[name]))
    );
  }
  return textOf(asked) === textOf(live);
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : JSON.stringify(value);

function isIntrinsic(value: object): boolean {
  const names = Object.keys(value);
  return names.length === 1 && (names[0] === 'Ref' || (names[0]?.startsWith('Fn::') ?? false));
}

function partsOfJoin(value: object): unknown[] | undefined {
  const join = (value as { 'Fn::Join'?: [string, unknown[]] })['Fn::Join'];
  return join?.[0] === '' ? join[1] : undefined;
}

/** The literal parts, in their order: of a state machine's definition, all but the functions' ARNs. */
function holdsInOrder(parts: readonly unknown[], live: string): boolean {
  let from = 0;
  for (const part of parts) {
    if (typeof part !== 'string') continue;
    const at = live.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}
