import { elementsOf } from '../xml/xml-tree.ts';
import { showable } from '../defect.ts';
import type { Defect } from '../defect.ts';
import type { MessageIndex } from './message-index.ts';
import type { XmlElement } from '../xml/xml-tree.ts';

/** A `SequenceNumber` is a whole number of one and more, and unique among the like-named beside it (B324). */
export function sequenceDefects(index: MessageIndex): Defect[] {
  return [...index.byName].flatMap(([name, elements]) => {
    if (!elements.some(({ attributes }) => attributes.has('SequenceNumber'))) return [];
    const parents = new Set(elements.map((element) => index.parentOf(element)));
    return [...parents].flatMap((parent) => (parent ? listDefects(index, parent, name) : []));
  });
}

function listDefects(index: MessageIndex, parent: XmlElement, name: string): Defect[] {
  const siblings = elementsOf(parent).filter((each) => each.name === name);
  const seen = new Set<string>();
  const numbered = siblings.filter(({ attributes }) => attributes.has('SequenceNumber'));
  const defects = numbered.flatMap((element) => {
    const number = element.attributes.get('SequenceNumber') ?? '';
    const isRepeated = seen.has(number);
    seen.add(number);
    if (!/^\d{1,9}$/.test(number) || /^0+$/.test(number))
      return [
        index.defect(
          element,
          'sequence-not-a-number',
          'error',
          'its SequenceNumber is not 1 or more',
          showable(number),
        ),
      ];
    if (!isRepeated) return [];
    return [
      index.defect(
        element,
        'duplicate-sequence',
        'error',
        'its SequenceNumber is another’s beside it',
        showable(number),
      ),
    ];
  });
  const first = siblings[0];
  if (first && numbered.length > 0 && numbered.length < siblings.length)
    defects.push(
      index.defect(
        first,
        'sequence-in-part',
        'warning',
        'some of its like beside it have a SequenceNumber, some have none',
      ),
    );
  return defects;
}
