import { invalid } from '../../../shared/errors.ts';

/** MISMO version 3: the default namespace of a `MESSAGE` (integrations 1.1). */
export const mismoNamespace = 'http://www.mismo.org/residential/2009/schemas';

/** The namespaces that files of this field share, by their usual prefix. */
export const houseNamespaces: ReadonlyMap<string, string> = new Map([
  ['', mismoNamespace],
  ['ULAD', 'http://www.datamodelextension.org/Schema/ULAD'],
  ['DU', 'http://www.datamodelextension.org/Schema/DU'],
  ['LPA', 'http://www.datamodelextension.org/Schema/LPA'],
  ['ILAD', 'http://www.datamodelextension.org/Schema/ILAD'],
  ['gse', 'http://www.datamodelextension.org/Schema/gse'],
  ['ucd', 'http://www.datamodelextension.org/Schema/ucd'],
  ['xlink', 'http://www.w3.org/1999/xlink'],
  ['xsi', 'http://www.w3.org/2001/XMLSchema-instance'],
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
]);

const prefixByUri = new Map([...houseNamespaces].map(([prefix, uri]) => [uri, prefix]));

/** What a house was called before: closing files of MISMO 3.3 have the extension of the GSEs under this name. */
const formerNames: ReadonlyMap<string, string> = new Map([['http://www.datamodelextension.org', 'gse']]);

/** A namespace as it is meant: without its scheme, `www.`, the case of its letters and a slash at its end. */
const bare = (uri: string): string =>
  uri
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '');

const prefixByBareUri = new Map([...houseNamespaces].map(([prefix, uri]) => [bare(uri), prefix]));

/** `https://www.mismo.org/Residential/2009/schemas/`: no namespace to a machine, and clear to a reader. */
export const isMisspelt = (uri: string): boolean => !prefixByUri.has(uri) && prefixByBareUri.has(bare(uri));

/** More are no file of this field; each is declared anew on every piece kept. */
const mostStrangers = 100;

/** Gives each namespace of a file one prefix for the whole tree; the houses keep theirs. */
export class PrefixBook {
  /** Prefix to URI of what is not of the houses, and of a house that the file calls by its former name. */
  readonly strangers = new Map<string, string>();
  private readonly prefixes = new Map<string, string>();

  prefixFor(uri: string, asWritten: string): string {
    let prefix = this.prefixes.get(uri);
    if (prefix === undefined) this.prefixes.set(uri, (prefix = this.newPrefix(uri, asWritten)));
    return prefix;
  }

  private newPrefix(uri: string, asWritten: string): string {
    const house = prefixByUri.get(uri) ?? prefixByBareUri.get(bare(uri));
    if (house !== undefined && !this.strangers.has(house)) return house;
    if (this.strangers.size >= mostStrangers)
      throw invalid('XmlTooLarge', `the file has more than ${mostStrangers} namespaces of its own`);
    const former = formerNames.get(uri);
    if (former !== undefined && !this.isInUse(former)) {
      this.strangers.set(former, uri);
      return former;
    }
    let prefix = asWritten || 'ns';
    for (let next = 2; this.strangers.has(prefix) || houseNamespaces.has(prefix); next += 1)
      prefix = `${asWritten || 'ns'}${next}`;
    this.strangers.set(prefix, uri);
    return prefix;
  }

  private isInUse(prefix: string): boolean {
    for (const used of this.prefixes.values()) if (used === prefix) return true;
    return false;
  }
}

/** The bindings in force at an element, made anew only where the file declares some. */
export class Scope {
  private readonly uris: ReadonlyMap<string, string>;
  private readonly names = new Map<string, string>();
  private readonly attributeNames = new Map<string, string>();
  private readonly book: PrefixBook;
  /** Prefixes used in this scope that nothing declares. */
  readonly undeclared = new Set<string>();

  constructor(uris: ReadonlyMap<string, string>, book: PrefixBook) {
    this.uris = uris;
    this.book = book;
  }

  with(declarations: ReadonlyMap<string, string>): Scope {
    return new Scope(new Map([...this.uris, ...declarations]), this.book);
  }

  /** Whether an element without a prefix is in a namespace here. */
  get hasDefault(): boolean {
    return (this.uris.get('') ?? '') !== '';
  }

  elementName(raw: string): string {
    let name = this.names.get(raw);
    if (name === undefined) this.names.set(raw, (name = this.resolve(raw, true)));
    return name;
  }

  /** An attribute without a prefix is in no namespace. */
  attributeName(raw: string): string {
    let name = this.attributeNames.get(raw);
    if (name === undefined) this.attributeNames.set(raw, (name = this.resolve(raw, false)));
    return name;
  }

  private resolve(raw: string, isElement: boolean): string {
    const colon = raw.indexOf(':');
    const prefix = colon < 0 ? '' : raw.slice(0, colon);
    const local = raw.slice(colon + 1);
    if (prefix === '' && !isElement) return local;
    const uri = prefix === 'xml' ? houseNamespaces.get('xml') : this.uris.get(prefix);
    if (uri === undefined && prefix !== '') this.undeclared.add(raw);
    if (uri === undefined || uri === '') return raw;
    const own = this.book.prefixFor(uri, prefix);
    return own === '' ? local : `${own}:${local}`;
  }
}
