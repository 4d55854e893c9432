import { PrefixBook, Scope, houseNamespaces, isMisspelt } from './namespaces.ts';
import { SaxesParser } from 'saxes';
import { DomainError, invalid } from '../../../shared/errors.ts';
import { readProlog } from './prolog.ts';
import type { NameProblem, XmlAside, XmlChild, XmlDocument, XmlElement } from './xml-tree.ts';

/** What a file may ask of us. A closing file carries its form as Base64, hence the room. */
export interface XmlLimits {
  characters: number;
  depth: number;
  elements: number;
  attributesPerElement: number;
}

export const xmlLimits: XmlLimits = {
  characters: 64_000_000,
  depth: 100,
  elements: 1_000_000,
  attributesPerElement: 200,
};

/**
 * Reads well-formed XML in document order. A DOCTYPE is refused before anything of it is used (but see `readProlog`), so
 * no entity can be declared, expanded or fetched; only the five of XML and character references are resolved.
 * @throws invalid XmlTooLarge, XmlDoctypeRefused, XmlNotWellFormed (with line and column, never with content)
 */
export function readXml(text: string, limits: XmlLimits = xmlLimits): XmlDocument {
  if (text.length > limits.characters)
    throw invalid('XmlTooLarge', `the file has more than ${limits.characters} characters`);
  const { start, problems } = readProlog(text);
  const builder = new TreeBuilder(limits);
  const parser = new SaxesParser({ xmlns: false, position: true });
  // The four that every file needs. A fifth handler makes V8 give up on the parser's shape: a fifth of the speed.
  parser.on('opentag', ({ name, attributes }) => builder.open(name, attributes));
  parser.on('closetag', () => builder.close());
  parser.on('text', (piece) => builder.text(piece));
  parser.on('comment', (comment) => builder.aside('comment', comment));
  if (text.includes('<![CDATA[')) parser.on('cdata', (piece) => builder.text(piece));
  if (text.includes('<?', 2))
    parser.on('processinginstruction', (each) => builder.aside('instruction', `${each.target} ${each.body}`));
  try {
    parser.write(start > 0 ? text.slice(start) : text).close();
  } catch (error) {
    if (error instanceof DomainError || !(error instanceof Error)) throw error;
    throw invalid('XmlNotWellFormed', withoutContent(error.message, parser.line, parser.column));
  }
  return { ...builder.finish(), prologProblems: problems };
}

/** saxes says `line:column: what`, and what may quote names and characters of the file. */
function withoutContent(message: string, line: number, column: number): string {
  const said = message.replace(/^\d+:\d+: /, '').replaceAll(/[:'"].*$/gs, '');
  return `not well-formed at line ${line}, column ${column}: ${said.replace(/\.$/, '')}`;
}

class TreeBuilder {
  private readonly limits: XmlLimits;
  private readonly book = new PrefixBook();
  private readonly scopes: Scope[] = [new Scope(new Map(), this.book)];
  private readonly stack: XmlElement[] = [];
  /** Whether each element of the stack is in a namespace. */
  private readonly named: boolean[] = [];
  private readonly nameProblems: NameProblem[] = [];
  private root: XmlElement | undefined;
  private elements = 0;
  private pending = '';

  constructor(limits: XmlLimits) {
    this.limits = limits;
  }

  open(raw: string, attributes: Record<string, string>): void {
    const scope = this.enter(attributes);
    const element: XmlElement = {
      name: scope.elementName(raw),
      attributes: new Map(),
      children: [],
      text: '',
    };
    for (const key in attributes) {
      if (isDeclaration(key)) continue;
      const name = scope.attributeName(key);
      if (element.attributes.has(name))
        throw invalid('XmlNotWellFormed', 'not well-formed: an attribute stands twice, under two prefixes');
      element.attributes.set(name, attributes[key] ?? '');
    }
    this.complain(element, raw, scope, attributes);
    this.flush(this.stack.at(-1));
    this.stack.at(-1)?.children.push(element);
    this.root ??= element;
    this.stack.push(element);
  }

  private enter(attributes: Record<string, string>): Scope {
    this.elements += 1;
    if (this.stack.length >= this.limits.depth)
      throw invalid('XmlTooLarge', `the file is nested more than ${this.limits.depth} levels deep`);
    if (this.elements > this.limits.elements)
      throw invalid('XmlTooLarge', `the file has more than ${this.limits.elements} elements`);
    let count = 0;
    let declared: Map<string, string> | undefined;
    for (const key in attributes) {
      count += 1;
      if (key === 'xmlns') (declared ??= new Map()).set('', attributes[key] ?? '');
      else if (key.startsWith('xmlns:')) (declared ??= new Map()).set(key.slice(6), attributes[key] ?? '');
    }
    if (count > this.limits.attributesPerElement)
      throw invalid('XmlTooLarge', `an element has more than ${this.limits.attributesPerElement} attributes`);
    const outer = this.scopes.at(-1) as Scope;
    const scope = declared ? outer.with(declared) : outer;
    this.scopes.push(scope);
    return scope;
  }

  private complain(
    element: XmlElement,
    raw: string,
    scope: Scope,
    attributes: Readonly<Record<string, string>>,
  ): void {
    const isNamed = scope.hasDefault || raw.includes(':');
    if (!isNamed && (this.named.at(-1) ?? true)) this.nameProblems.push({ element, problem: 'no-namespace' });
    this.named.push(isNamed);
    if (scope !== this.scopes.at(-2))
      for (const key in attributes)
        if (isDeclaration(key) && isMisspelt(attributes[key] ?? ''))
          this.nameProblems.push({ element, problem: 'namespace-misspelt' });
    if (scope.undeclared.size === 0) return;
    this.nameProblems.push({ element, problem: 'undeclared-prefix' });
    scope.undeclared.clear();
  }

  close(): void {
    const element = this.stack.pop();
    this.named.pop();
    this.scopes.pop();
    if (!element) return;
    if (element.children.some((child) => 'name' in child)) this.flush(element);
    else this.flushLeaf(element);
  }

  text(piece: string): void {
    this.pending += piece;
  }

  aside(aside: 'comment' | 'instruction', text: string): void {
    const parent = this.stack.at(-1);
    if (!parent) return; // before or after the root: no part of the message
    this.flush(parent);
    parent.children.push({ aside, text });
  }

  /** Text beside elements, comments and instructions is kept in its place when it says anything. */
  private flush(element: XmlElement | undefined): void {
    if (element && this.pending.trim() !== '') element.children.push({ aside: 'text', text: this.pending });
    this.pending = '';
  }

  /** An element without elements in it is a value: its text is one, whatever comments break it. */
  private flushLeaf(element: XmlElement): void {
    if (element.children.length === 0) element.text = this.pending;
    else {
      this.flush(element);
      const asides = element.children.splice(0) as XmlAside[];
      for (const each of asides)
        if (each.aside === 'text') element.text += each.text;
        else element.children.push(each);
    }
    this.pending = '';
  }

  finish(): Omit<XmlDocument, 'prologProblems'> {
    if (!this.root) throw invalid('XmlNotWellFormed', 'the file has no root element');
    return { root: this.root, namespaces: this.book.strangers, nameProblems: this.nameProblems };
  }
}

/** What a file within its limits can come to when it is written again: `>` is `&gt;` then. */
const fragmentLimits: XmlLimits = { ...xmlLimits, characters: 6 * xmlLimits.characters };

const isDeclaration = (key: string): boolean => key === 'xmlns' || key.startsWith('xmlns:');

/** A piece written by `writeFragment`, whose prefixes are this module's own. */
export function readFragment(xml: string, namespaces: ReadonlyMap<string, string>): XmlChild[] {
  const declared = [...new Map([...houseNamespaces, ...namespaces])]
    .filter(([prefix]) => prefix !== 'xml')
    .map(
      ([prefix, uri]) =>
        ` xmlns${prefix === '' ? '' : `:${prefix}`}="${uri.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`,
    );
  return readXml(`<kept${declared.join('')}>${xml}</kept>`, fragmentLimits).root.children;
}
