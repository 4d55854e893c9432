import { compareSiblings } from '../binding/child-order.ts';
import { elementsOf } from '../xml/xml-tree.ts';
import type { Defect } from '../defect.ts';
import type { MessageIndex } from './message-index.ts';

const isMismo = (name: string): boolean => !name.includes(':');

/** Children out of the schema's sequence: understood here, refused by a validator. One defect per parent. */
export function orderDefects(index: MessageIndex): Defect[] {
  const found: Defect[] = [];
  for (const elements of index.byName.values())
    for (const parent of elements) {
      if (!isMismo(parent.name)) continue;
      const names = elementsOf(parent)
        .map(({ name }) => name)
        .filter(isMismo);
      const late = names.find(
        (name, at) => at > 0 && compareSiblings(parent.name, names[at - 1] ?? '', name) > 0,
      );
      if (late !== undefined)
        found.push(
          index.defect(
            parent,
            'out-of-sequence',
            'warning',
            `its children are not in the schema’s sequence, from ${late} on`,
          ),
        );
    }
  return found;
}
