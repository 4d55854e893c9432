import { showable } from '../defect.ts';
import type { Defect } from '../defect.ts';
import type { MessageIndex } from './message-index.ts';

/** NCName of XML namespaces, within the letters that files use. */
const ncName = /^[\p{L}_][\p{L}\p{N}._-]*$/u;

/** Labels are the ends of arcs: each is a name, and of one thing only (integrations 1.1). */
export function labelDefects(index: MessageIndex): Defect[] {
  return [...index.byLabel].flatMap(([label, elements]) => {
    const [first, ...others] = elements;
    const found = showable(label);
    const misnamed =
      first && !ncName.test(label)
        ? [index.defect(first, 'label-not-a-name', 'error', 'its xlink:label is not an XML name', found)]
        : [];
    const repeated = others.map((element) =>
      index.defect(element, 'duplicate-label', 'error', 'its xlink:label is another thing’s too', found),
    );
    return [...misnamed, ...repeated];
  });
}
