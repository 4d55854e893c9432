import { houseNamespaces } from './namespaces.ts';
import { isElement } from './xml-tree.ts';
import type { XmlChild, XmlElement } from './xml-tree.ts';

const inText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');

const inAttribute = (text: string): string =>
  inText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');

/** A whole file: declaration, the namespaces that occur, two spaces a level. `['', '']` puts unprefixed names in none. */
export function writeXml(root: XmlElement, namespaces: ReadonlyMap<string, string> = new Map()): string {
  const used = prefixesIn(root);
  const uris = new Map([...houseNamespaces, ...namespaces]);
  const declared = [...used]
    .filter((prefix) => prefix !== 'xml' && (uris.get(prefix) ?? '') !== '')
    .sort()
    .map(
      (prefix) => ` ${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${inAttribute(uris.get(prefix) ?? '')}"`,
    );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '', declared.join(''))}\n`;
}

/** The same without indentation and without the namespaces of the houses: comparable, and short to keep. */
export const writeFragment = (child: XmlChild): string =>
  isElement(child) ? written(child, undefined, '') : aside(child);

function prefixesIn(element: XmlElement, found = new Set<string>()): Set<string> {
  for (const name of [element.name, ...[...element.attributes.keys()].filter((key) => key.includes(':'))])
    found.add(name.includes(':') ? name.slice(0, name.indexOf(':')) : '');
  for (const child of element.children) if (isElement(child)) prefixesIn(child, found);
  return found;
}

/** `indent` undefined: all in one line. Text beside elements may not be indented, it would change. */
function written(element: XmlElement, indent: string | undefined, declared: string): string {
  let tag = `<${element.name}${declared}`;
  for (const [name, value] of element.attributes) tag += ` ${name}="${inAttribute(value)}"`;
  if (element.children.length === 0)
    return element.text === '' ? `${tag}/>` : `${tag}>${inText(element.text)}</${element.name}>`;
  const isMixed =
    indent === undefined ||
    element.text !== '' ||
    element.children.some((child) => 'aside' in child && child.aside === 'text');
  const inner = isMixed ? undefined : `${indent}  `;
  const pieces = element.children.map((child) =>
    isElement(child) ? written(child, inner, '') : aside(child),
  );
  if (isMixed) return `${tag}>${inText(element.text)}${pieces.join('')}</${element.name}>`;
  return `${tag}>\n${pieces.map((piece) => `${inner}${piece}\n`).join('')}${indent}</${element.name}>`;
}

function aside(child: Exclude<XmlChild, XmlElement>): string {
  if (child.aside === 'comment') return `<!--${child.text}-->`;
  return child.aside === 'instruction' ? `<?${child.text.trim()}?>` : inText(child.text);
}
