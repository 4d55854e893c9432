import { Paths, walk } from './xml/xml-tree.ts';
import type { Defect } from './defect.ts';
import type { XmlDocument, XmlElement } from './xml/xml-tree.ts';

const sayings = {
  'no-namespace': ['error', 'is in no namespace, where MISMO’s is wanted'],
  'undeclared-prefix': ['error', 'has a prefix that the file does not declare'],
  'namespace-misspelt': ['error', 'declares a namespace that is not written as its owner writes it'],
  'doctype-ignored': ['warning', 'names a document type, which is neither opened nor written again'],
  'space-before-declaration': ['warning', 'begins with space, where XML wants its declaration'],
} as const;

const said = (path: string, rule: keyof typeof sayings): Defect => {
  const [severity, message] = sayings[rule];
  return { path, rule, severity, message };
};

/** What stood before the root. */
export const prologDefects = ({ root, prologProblems }: XmlDocument): Defect[] =>
  prologProblems.map((problem) => said(root.name, problem));

/** Names outside the namespaces they should be in: understood by their usual prefix, and said. */
export function nameDefects({ root, nameProblems }: XmlDocument): Defect[] {
  if (nameProblems.length === 0) return [];
  const wanted = new Set(nameProblems.map(({ element }) => element));
  const lineages = new Map<XmlElement, readonly XmlElement[]>();
  for (const { element, above } of walk(root))
    if (wanted.has(element)) lineages.set(element, [...above, element]);
  const paths = new Paths();
  return nameProblems.map(({ element, problem }) =>
    said(paths.of(lineages.get(element) ?? [element]), problem),
  );
}
