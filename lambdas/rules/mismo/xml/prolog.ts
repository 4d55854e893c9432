import { invalid } from '../../../shared/errors.ts';
import type { PrologProblem } from './xml-tree.ts';

const prolog = /(?:\uFEFF|\s+|<\?[^]*?\?>|<!--[^]*?-->)*/y;

/**
 * MISMO 2 is defined by document types, and its replies name theirs: `<!DOCTYPE RESPONSE_GROUP SYSTEM "X.dtd">`. Such a
 * one declares nothing itself, and the file it names is never opened.
 */
const harmless =
  /<!DOCTYPE\s+(?:RESPONSE_GROUP|CREDIT_RESPONSE)\s+(?:SYSTEM|PUBLIC\s+"[^"<>]{0,200}")\s+"[\w. -]{1,100}\.dtd"\s*>/iy;

/**
 * Where the parser is to start, and what was passed over. A document type stands before the root or nowhere.
 * @throws invalid XmlDoctypeRefused: with declarations of its own, of a place to fetch, or of no reply of version 2
 */
export function readProlog(text: string): { start: number; problems: PrologProblem[] } {
  const problems: PrologProblem[] = [];
  prolog.lastIndex = 0;
  const length = prolog.exec(text)?.[0].length ?? 0;
  if (/^<!DOCTYPE/i.test(text.slice(length, length + 9))) {
    harmless.lastIndex = length;
    if (!harmless.test(text))
      throw invalid('XmlDoctypeRefused', 'a DOCTYPE is refused: it can declare entities');
    problems.push('doctype-ignored');
  }
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const space = /^\s+(?=<\?xml\s)/.exec(text.slice(mark, mark + 1_000))?.[0].length ?? 0;
  if (space > 0) problems.push('space-before-declaration');
  return { start: mark + space, problems };
}
