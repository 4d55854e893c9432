/**
 * XML as a tree in document order. Names are resolved: MISMO's own elements carry no prefix, names of the houses listed
 * in `namespaces.ts` carry their usual prefix whatever the file called it, others the prefix of `XmlDocument.namespaces`.
 */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Map<string, string>;
  /** Elements, comments and instructions in order; text only where it stands beside elements. */
  readonly children: XmlChild[];
  /** Of an element without child elements: its text as written, entities and CDATA resolved. */
  text: string;
}

export interface XmlAside {
  readonly aside: 'comment' | 'instruction' | 'text';
  readonly text: string;
}

export type XmlChild = XmlElement | XmlAside;

export interface XmlDocument {
  readonly root: XmlElement;
  /** Prefix to URI of the namespaces that are not of the houses. */
  readonly namespaces: ReadonlyMap<string, string>;
  /** What is wrong with the names: an undeclared prefix, an element outside every namespace, a namespace misspelt. */
  readonly nameProblems: readonly NameProblem[];
  /** What stood before the root that is not read, or not as XML wants it. */
  readonly prologProblems: readonly PrologProblem[];
}

export interface NameProblem {
  element: XmlElement;
  problem: 'undeclared-prefix' | 'no-namespace' | 'namespace-misspelt';
}

export type PrologProblem = 'doctype-ignored' | 'space-before-declaration';

export const isElement = (child: XmlChild): child is XmlElement => 'name' in child;

export const elementsOf = (element: XmlElement): XmlElement[] => element.children.filter(isElement);

export const newElement = (name: string): XmlElement => ({
  name,
  attributes: new Map(),
  children: [],
  text: '',
});

export const firstChild = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((child): child is XmlElement => isElement(child) && child.name === name);

/** Every element in document order, with those above it from the root down. */
export function* walk(
  element: XmlElement,
  above: readonly XmlElement[] = [],
): Generator<{ element: XmlElement; above: readonly XmlElement[] }> {
  yield { element, above };
  const here = [...above, element];
  for (const child of element.children) if (isElement(child)) yield* walk(child, here);
}

/** Where elements stand among the like-named beside them, counted once per parent: of a tree that does not change meanwhile. */
export class Paths {
  private readonly counted = new Map<XmlElement, Map<XmlElement, number>>();

  /** `A/B[2]/C`: the position is given where several of a name stand together. */
  of(lineage: readonly XmlElement[]): string {
    return lineage.map((element, index) => this.step(element, lineage[index - 1])).join('/');
  }

  private step(element: XmlElement, parent: XmlElement | undefined): string {
    if (!parent) return element.name;
    let positions = this.counted.get(parent);
    if (!positions) this.counted.set(parent, (positions = positionsIn(parent)));
    const position = positions.get(element);
    return position === undefined ? element.name : `${element.name}[${position}]`;
  }
}

/** Only those that have a namesake. */
function positionsIn(parent: XmlElement): Map<XmlElement, number> {
  const alike = Map.groupBy(elementsOf(parent), ({ name }) => name);
  const several = [...alike.values()].filter(({ length }) => length > 1);
  return new Map(
    several.flatMap((elements) => elements.map((element, index) => [element, index + 1] as const)),
  );
}
