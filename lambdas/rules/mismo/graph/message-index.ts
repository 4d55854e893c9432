import { Paths, isElement } from '../xml/xml-tree.ts';
import type { Defect, Severity } from '../defect.ts';
import type { XmlElement } from '../xml/xml-tree.ts';

/** One pass over a message: who stands in whom, who bears which label, and every element by name. */
export class MessageIndex {
  readonly root: XmlElement;
  readonly byName = new Map<string, XmlElement[]>();
  readonly byLabel = new Map<string, XmlElement[]>();
  private readonly paths = new Paths();
  private readonly parents = new Map<XmlElement, XmlElement>();

  constructor(root: XmlElement) {
    this.root = root;
    this.visit(root);
  }

  private visit(element: XmlElement): void {
    push(this.byName, element.name, element);
    const label = element.attributes.get('xlink:label');
    if (label !== undefined) push(this.byLabel, label, element);
    for (const child of element.children) {
      if (!isElement(child)) continue;
      this.parents.set(child, element);
      this.visit(child);
    }
  }

  all(name: string): readonly XmlElement[] {
    return this.byName.get(name) ?? [];
  }

  parentOf(element: XmlElement): XmlElement | undefined {
    return this.parents.get(element);
  }

  /** The nearest element of that name in which this one stands, itself included. */
  enclosing(element: XmlElement, name: string): XmlElement | undefined {
    let each: XmlElement | undefined = element;
    while (each && each.name !== name) each = this.parents.get(each);
    return each;
  }

  path(element: XmlElement): string {
    const lineage = [element];
    for (let up = this.parents.get(element); up; up = this.parents.get(up)) lineage.unshift(up);
    return this.paths.of(lineage);
  }

  defect(element: XmlElement, rule: string, severity: Severity, message: string, found?: string): Defect {
    const path = this.path(element);
    return { path, rule, severity, message, ...(found === undefined ? {} : { found }) };
  }
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
