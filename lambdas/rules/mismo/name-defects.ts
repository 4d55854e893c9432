import { Paths, walk } from './xml/xml-tree.ts';
import type { Defect } from './defect.ts';
import type { XmlDocument, XmlElement } from './xml/xml-tree.ts';

/** Names outside the namespaces they should be in: understood by their usual prefix, and said. */
export function nameDefects({ root, nameProblems }: XmlDocument): Defect[] {
  if (nameProblems.length === 0) return [];
  const wanted = new Map(nameProblems.map(({ element, problem }) => [element, problem]));
  const lineages = new Map<XmlElement, readonly XmlElement[]>();
  for (const { element, above } of walk(root))
    if (wanted.has(element)) lineages.set(element, [...above, element]);
  const paths = new Paths();
  return [...wanted].map(([element, problem]) => ({
    path: paths.of(lineages.get(element) ?? [element]),
    rule: problem,
    severity: 'error' as const,
    message:
      problem === 'no-namespace'
        ? 'is in no namespace, where MISMO’s is wanted'
        : 'has a prefix that the file does not declare',
  }));
}
