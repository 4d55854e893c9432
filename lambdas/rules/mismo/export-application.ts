import { application } from './application/application.ts';
import { duModelIdentifier } from './graph/required.ts';
import { writeShape } from './binding/write-shape.ts';
import { writeXml } from './xml/write-xml.ts';
import type { Application } from './application/application.ts';
import type { XmlElement } from './xml/xml-tree.ts';

/** The message of an application in the sequence of the schema, with what was kept put back. */
export function applicationMessage(
  model: Application,
  namespaces: ReadonlyMap<string, string> = new Map(),
): XmlElement {
  const stated = { modelIdentifier: duModelIdentifier, ...model };
  return writeShape('MESSAGE', stated, application, { namespaces, inSequence: true });
}

/** An application as a MISMO 3.4 file in DU's manner: default namespace, ULAD, DU and xlink where used. */
export function exportApplication(
  model: Application,
  namespaces: Readonly<Record<string, string>> = {},
): string {
  const strangers = new Map(Object.entries(namespaces));
  return writeXml(applicationMessage(model, strangers), strangers);
}
