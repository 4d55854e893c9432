import { at } from '../binding/shape.ts';
import { count, text } from '../binding/value-kinds.ts';

/** What lists and arcs need of a thing: its place in its list, and its label as the end of an arc. */
export const linkEnd = {
  sequence: at('@SequenceNumber', count),
  label: at('@xlink:label', text),
};
