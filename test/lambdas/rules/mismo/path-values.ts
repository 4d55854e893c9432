import { isElement } from '../../../../lambdas/rules/mismo/xml/xml-tree.ts';
import { readXml } from '../../../../lambdas/rules/mismo/xml/read-xml.ts';
import type { XmlElement } from '../../../../lambdas/rules/mismo/xml/xml-tree.ts';

/** Every value of a file with its path: positions among the like-named, attributes, comments and stray text included. */
export function pathValues(xml: string): string[] {
  const found: string[] = [];
  collect(readXml(xml).root, '', 1, found);
  return found.sort();
}

function collect(element: XmlElement, above: string, position: number, found: string[]): void {
  const path = `${above}/${element.name}[${position}]`;
  for (const [name, value] of element.attributes) found.push(`${path}/@${name}=${value}`);
  if (!element.children.some(isElement)) found.push(`${path}=${element.text}`);
  const positions = new Map<string, number>();
  for (const child of element.children) {
    if (!isElement(child)) {
      found.push(`${path} ${child.aside} ${child.text.trim()}`);
      continue;
    }
    const next = (positions.get(child.name) ?? 0) + 1;
    positions.set(child.name, next);
    collect(child, path, next, found);
  }
}
