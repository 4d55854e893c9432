import { invalid } from '../../shared/errors.ts';
import { application } from './application/application.ts';
import { checkApplication } from './graph/check-message.ts';
import { nameDefects, prologDefects } from './name-defects.ts';
import { readShape } from './binding/read-shape.ts';
import { readXml } from './xml/read-xml.ts';
import { totalDefects } from './graph/totals.ts';
import type { Application } from './application/application.ts';
import type { Defect } from './defect.ts';
import type { XmlDocument } from './xml/xml-tree.ts';

export interface ImportedApplication {
  application: Application;
  /** Of kept pieces, beyond the usual ones: to hand back on export. */
  namespaces: Record<string, string>;
  /** What was not understood, or not written as the standard says. */
  defects: Defect[];
}

/**
 * Reads a DU, ULAD or iLAD 3.4 file. What the model does not hold is in `kept` beside its thing; nothing is lost.
 * @throws invalid XmlTooLarge, XmlDoctypeRefused, XmlNotWellFormed, NotAMessage
 */
export const importApplication = (xml: string): ImportedApplication => applicationOf(readXml(xml));

export function applicationOf(document: XmlDocument): ImportedApplication {
  const { root, namespaces } = document;
  if (root.name !== 'MESSAGE') throw invalid('NotAMessage', 'the root of an application is MESSAGE');
  const { model, defects } = readShape(root, application);
  return {
    application: model,
    namespaces: Object.fromEntries(namespaces),
    defects: [...prologDefects(document), ...nameDefects(document), ...defects],
  };
}

/** Every defect of a file: of its values, and of the graph that the schema cannot see. */
export function checkedApplication(document: XmlDocument): ImportedApplication {
  const imported = applicationOf(document);
  const told = new Set(imported.defects.map(({ path }) => path));
  const graph = checkApplication(document.root).filter(
    ({ rule, path }) => rule !== 'not-of-the-standard' || !told.has(path),
  );
  return { ...imported, defects: [...imported.defects, ...graph, ...totalDefects(imported.application)] };
}
