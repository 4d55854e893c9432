import { checkGraph } from './graph/check-message.ts';
import { closing } from './closing/closing.ts';
import { closingTotalDefects } from './closing/closing-totals.ts';
import { invalid } from '../../shared/errors.ts';
import { nameDefects, prologDefects } from './name-defects.ts';
import { readShape } from './binding/read-shape.ts';
import { readXml } from './xml/read-xml.ts';
import type { Closing } from './closing/closing.ts';
import type { Defect } from './defect.ts';
import type { XmlDocument } from './xml/xml-tree.ts';

export interface ImportedClosing {
  closing: Closing;
  namespaces: Record<string, string>;
  defects: Defect[];
}

/**
 * Reads a UCD file. What the model does not hold is in `kept` beside its thing.
 * @throws invalid XmlTooLarge, XmlDoctypeRefused, XmlNotWellFormed, NotAMessage
 */
export const importClosing = (xml: string): ImportedClosing => closingOf(readXml(xml));

export function closingOf(document: XmlDocument): ImportedClosing {
  const { root, namespaces } = document;
  if (root.name !== 'MESSAGE') throw invalid('NotAMessage', 'the root of a closing disclosure is MESSAGE');
  const { model, defects } = readShape(root, closing);
  return {
    closing: model,
    namespaces: Object.fromEntries(namespaces),
    defects: [...prologDefects(document), ...nameDefects(document), ...defects],
  };
}

/** Every defect: of its values, of its graph, and of totals that its own items contradict. */
export function checkedClosing(document: XmlDocument): ImportedClosing {
  const imported = closingOf(document);
  const { defects, closing: model } = imported;
  return { ...imported, defects: [...defects, ...checkGraph(document.root), ...closingTotalDefects(model)] };
}
