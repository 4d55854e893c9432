import { MessageIndex } from './message-index.ts';
import { arcDefects } from './arcs.ts';
import { capDefects } from './caps.ts';
import { choiceDefects } from './choices.ts';
import { labelDefects } from './labels.ts';
import { orderDefects } from './element-order.ts';
import { requiredDefects } from './required.ts';
import { sequenceDefects } from './sequence-numbers.ts';
import { tieDefects } from './ties.ts';
import { unknownChildDefects } from './known-children.ts';
import type { Defect } from '../defect.ts';
import type { XmlElement } from '../xml/xml-tree.ts';

/** What holds of any MISMO 3 message: labels, arcs, numbers and the sequence of elements. */
export function checkGraph(root: XmlElement): Defect[] {
  const index = new MessageIndex(root);
  return [
    ...labelDefects(index),
    ...arcDefects(index),
    ...sequenceDefects(index),
    ...choiceDefects(index),
    ...orderDefects(index),
  ];
}

/** What holds besides of an application for DU: everything the schema leaves open (integrations 1.1 and 1.3). */
export function checkApplication(root: XmlElement): Defect[] {
  const index = new MessageIndex(root);
  return [
    ...labelDefects(index),
    ...arcDefects(index),
    ...sequenceDefects(index),
    ...tieDefects(index),
    ...capDefects(index),
    ...requiredDefects(index),
    ...unknownChildDefects(index),
    ...choiceDefects(index),
    ...orderDefects(index),
  ];
}
