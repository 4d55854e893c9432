/** Metric math as a tree. */
export type MathNode =
  | { kind: 'number'; value: number }
  | { kind: 'text'; value: string }
  | { kind: 'id'; name: string }
  | { kind: 'list'; items: MathNode[] }
  | { kind: 'call'; name: string; arguments: MathNode[] }
  | { kind: 'binary'; operator: string; left: MathNode; right: MathNode }
  | { kind: 'negative'; of: MathNode };

/** Loosest first. */
const LEVELS = [
  ['OR', '||'],
  ['AND', '&&'],
  ['==', '!=', '<=', '>=', '<', '>'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];
const TOKEN =
  /\s*(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[A-Za-z_][A-Za-z0-9_]*|"[^"]*"|'[^']*'|==|!=|<=|>=|&&|\|\||[-+*/^()[\],<>])/y;

/** Throws `SyntaxError` where the text is no expression. */
export function parseMath(text: string): MathNode {
  const tokens = tokensOf(text);
  let place = 0;
  const take = (wanted: string): void => {
    if (tokens[place] !== wanted) throw new SyntaxError(`${wanted} expected in ${text}`);
    place += 1;
  };

  function level(depth: number): MathNode {
    const operators = LEVELS[depth];
    if (operators === undefined) return unary();
    let left = level(depth + 1);
    while (operators.includes(tokens[place] ?? '')) {
      const operator = tokens[place++]!;
      left = { kind: 'binary', operator, left, right: level(depth + 1) };
    }
    return left;
  }

  function unary(): MathNode {
    if (tokens[place] !== '-') return primary();
    place += 1;
    return { kind: 'negative', of: unary() };
  }

  function items(end: string): MathNode[] {
    const found: MathNode[] = [];
    while (tokens[place] !== end) {
      found.push(level(0));
      if (tokens[place] === ',') place += 1;
      else break;
    }
    take(end);
    return found;
  }

  function primary(): MathNode {
    const token = tokens[place++];
    if (token === undefined) throw new SyntaxError(`${text} ends too early`);
    if (token === '(') {
      const inner = level(0);
      take(')');
      return inner;
    }
    if (token === '[') return { kind: 'list', items: items(']') };
    if (/^\d/.test(token)) return { kind: 'number', value: Number(token) };
    if (/^["']/.test(token)) return { kind: 'text', value: token.slice(1, -1) };
    if (!/^[A-Za-z_]/.test(token)) throw new SyntaxError(`${token} unexpected in ${text}`);
    if (tokens[place] !== '(') return { kind: 'id', name: token };
    place += 1;
    return { kind: 'call', name: token.toUpperCase(), arguments: items(')') };
  }

  const tree = level(0);
  if (place < tokens.length) throw new SyntaxError(`${tokens[place]} unexpected in ${text}`);
  return tree;
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    if (found === null) throw new SyntaxError(`${text.slice(at)} is no metric math`);
    tokens.push(found[1]!);
  }
  return tokens;
}
