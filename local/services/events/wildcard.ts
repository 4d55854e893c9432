/** EventBridge wildcards: `*` is any run of characters, `\*` and `\\` are literal. Throws on `**` and a bare backslash. */
export function wildcard(pattern: string): (text: string) => boolean {
  if (/(^|[^\\])(\\\\)*\*\*/.test(pattern)) throw new SyntaxError('Consecutive wildcard characters');
  const source = pattern.replace(/\\.|[\s\S]/g, (part) => {
    if (part === '*') return '[\\s\\S]*';
    if (part === '\\' || (part.length === 2 && part !== '\\*' && part !== '\\\\'))
      throw new SyntaxError('Invalid escape character');
    return part.at(-1)!.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  });
  const expression = new RegExp(`^${source}$`, 'u');
  return (text) => expression.test(text);
}
