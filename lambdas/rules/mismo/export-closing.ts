import { closing } from './closing/closing.ts';
import { closingFromDisclosure } from './closing/closing-from-disclosure.ts';
import { writeShape } from './binding/write-shape.ts';
import { writeXml } from './xml/write-xml.ts';
import type { Closing } from './closing/closing.ts';
import type { ClosingFacts } from './closing/closing-facts.ts';

/** A UCD file of a closing model, with what was kept put back. */
export function exportClosing(model: Closing, namespaces: Readonly<Record<string, string>> = {}): string {
  const strangers = new Map(Object.entries(namespaces));
  return writeXml(
    writeShape('MESSAGE', model, closing, { namespaces: strangers, inSequence: true }),
    strangers,
  );
}

/** The UCD 2.0 file of a Closing Disclosure, its figures made by the disclosure engine. @throws ZodError */
export const closingDisclosureUcd = (facts: ClosingFacts): string =>
  exportClosing(closingFromDisclosure(facts));
