import { parseMath, type MathNode } from './math-parser.ts';

/** One value per period; undefined where there is no data. */
export type Points = readonly (number | undefined)[];
type Value = number | Points | Points[] | string;

export interface MathSurroundings {
  /** Series by id; expressions may be ids too. */
  series: ReadonlyMap<string, Points>;
  /** Ids of metrics (not expressions), for METRICS(). */
  metricIds: readonly string[];
  periods: number;
  periodSeconds: number;
}

const BINARY: Record<string, (left: number, right: number) => number | undefined> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => (right === 0 ? undefined : left / right),
  '^': (left, right) => left ** right,
  '==': (left, right) => Number(left === right),
  '!=': (left, right) => Number(left !== right),
  '<': (left, right) => Number(left < right),
  '<=': (left, right) => Number(left <= right),
  '>': (left, right) => Number(left > right),
  '>=': (left, right) => Number(left >= right),
  AND: (left, right) => Number(left !== 0 && right !== 0),
  '&&': (left, right) => Number(left !== 0 && right !== 0),
  OR: (left, right) => Number(left !== 0 || right !== 0),
  '||': (left, right) => Number(left !== 0 || right !== 0),
};

const ONE: Record<string, (value: number) => number> = { ABS: Math.abs, CEIL: Math.ceil, FLOOR: Math.floor };

const FOLDS: Record<string, (values: number[]) => number> = {
  SUM: (values) => values.reduce((sum, value) => sum + value, 0),
  AVG: (values) => values.reduce((sum, value) => sum + value, 0) / values.length,
  MIN: (values) => Math.min(...values),
  MAX: (values) => Math.max(...values),
};

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html, the part named in the README. Throws `SyntaxError`. */
export function metricMath(expression: string, around: MathSurroundings): Points {
  return asPoints(evaluate(parseMath(expression), around), around);
}

function evaluate(node: MathNode, around: MathSurroundings): Value {
  switch (node.kind) {
    case 'number':
    case 'text':
      return node.value;
    case 'id': {
      const points = around.series.get(node.name);
      if (points === undefined && /^(REPEAT|LINEAR)$/.test(node.name)) return node.name;
      if (points === undefined) throw new SyntaxError(`Unknown id ${node.name}`);
      return points;
    }
    case 'list':
      return node.items.map((item) => asPoints(evaluate(item, around), around));
    case 'negative':
      return combine(BINARY['-']!, 0, evaluate(node.of, around), around);
    case 'binary':
      return combine(
        BINARY[node.operator]!,
        evaluate(node.left, around),
        evaluate(node.right, around),
        around,
      );
    case 'call':
      return call(node.name, node.arguments, around);
  }
}

function call(name: string, given: readonly MathNode[], around: MathSurroundings): Value {
  if (name === 'METRICS') return around.metricIds.map((id) => around.series.get(id) ?? []);
  const values = given.map((node) => evaluate(node, around));
  const [first, second, third] = values;
  if (first === undefined) throw new SyntaxError(`${name} needs an argument`);
  const fold = FOLDS[name];
  if (fold !== undefined)
    return folded(fold, values.length > 1 ? values.map((value) => asPoints(value, around)) : first, around);
  const one = ONE[name];
  if (one !== undefined)
    return asPoints(first, around).map((value) => (value === undefined ? undefined : one(value)));
  switch (name) {
    case 'IF':
      return choose(asPoints(first, around), second, third, around);
    case 'FILL':
      return fill(first, second, around);
    case 'PERIOD':
      return around.periodSeconds;
    case 'DIFF':
      return difference(asPoints(first, around));
    case 'RATE':
      return difference(asPoints(first, around)).map((value) =>
        value === undefined ? undefined : value / around.periodSeconds,
      );
    case 'RUNNING_SUM': {
      let sum = 0;
      return asPoints(first, around).map((value) => (sum += value ?? 0));
    }
    default:
      throw new SyntaxError(`Function ${name} is not emulated`);
  }
}

/** Over several series: point by point. Over one: all its points, as one number. */
function folded(fold: (values: number[]) => number, value: Value, around: MathSurroundings): Value {
  if (!isList(value)) {
    const known = asPoints(value, around).filter((point) => point !== undefined);
    return known.length === 0 ? Array.from({ length: around.periods }, () => undefined) : fold(known);
  }
  return Array.from({ length: around.periods }, (_, index) => {
    const known = value.map((points) => points[index]).filter((point) => point !== undefined);
    return known.length === 0 ? undefined : fold(known);
  });
}

function choose(
  condition: Points,
  yes: Value | undefined,
  no: Value | undefined,
  around: MathSurroundings,
): Points {
  const [whenTrue, whenFalse] = [yes, no].map((value) =>
    value === undefined ? [] : asPoints(value, around),
  );
  return condition.map((value, index) =>
    value === undefined ? undefined : value !== 0 ? whenTrue![index] : whenFalse![index],
  );
}

function fill(value: Value, filler: Value | undefined, around: MathSurroundings): Value {
  if (isList(value)) return value.map((points) => fill(points, filler, around) as Points);
  const points = asPoints(value, around);
  if (filler === 'REPEAT') {
    let last: number | undefined;
    return points.map((point) => (last = point ?? last));
  }
  if (filler === undefined || typeof filler === 'string')
    throw new SyntaxError('FILL takes a number, a series or REPEAT');
  const fillers = asPoints(filler, around);
  return points.map((point, index) => point ?? fillers[index]);
}

function difference(points: Points): Points {
  return points.map((point, index) => {
    const before = points[index - 1];
    return point === undefined || before === undefined ? undefined : point - before;
  });
}

function combine(
  operation: (left: number, right: number) => number | undefined,
  left: Value,
  right: Value,
  around: MathSurroundings,
): Value {
  if (typeof left === 'number' && typeof right === 'number') return operation(left, right) ?? [];
  const [lefts, rights] = [asPoints(left, around), asPoints(right, around)];
  return Array.from({ length: around.periods }, (_, index) => {
    const [a, b] = [lefts[index], rights[index]];
    return a === undefined || b === undefined ? undefined : operation(a, b);
  });
}

function asPoints(value: Value, { periods }: MathSurroundings): Points {
  if (typeof value === 'number') return Array.from({ length: periods }, () => value);
  if (typeof value === 'string') throw new SyntaxError(`${value} is no series`);
  if (isList(value)) throw new SyntaxError('A list of series stands where one series belongs');
  return value;
}

function isList(value: Value): value is Points[] {
  return Array.isArray(value) && Array.isArray(value[0]);
}
