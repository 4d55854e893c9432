import { elementsOf } from './xml/xml-tree.ts';
import type { XmlElement } from './xml/xml-tree.ts';

/** An application (DU, ULAD, iLAD), a closing disclosure (UCD), or a credit report (2.3.1, 2.4). */
export type MessageKind = 'application' | 'closing' | 'credit';

/** By what the root holds; undefined when it is none of these. */
export function messageKind(root: XmlElement): MessageKind | undefined {
  if (root.name === 'RESPONSE_GROUP' || root.name === 'CREDIT_RESPONSE') return 'credit';
  if (root.name !== 'MESSAGE') return undefined;
  return dealsInDocuments(root) ? 'closing' : 'application';
}

/** The UCD's deal stands in a document (integrations 1.1), be it not the first. */
const dealsInDocuments = (root: XmlElement): boolean =>
  ['DOCUMENT_SETS', 'DOCUMENT_SET', 'DOCUMENTS', 'DOCUMENT', 'DEAL_SETS'].reduce(
    (elements, step) => elements.flatMap(elementsOf).filter(({ name }) => name === step),
    [root],
  ).length > 0;
