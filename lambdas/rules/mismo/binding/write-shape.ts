import { firstChild, isElement, newElement } from '../xml/xml-tree.ts';
import { readFragment } from '../xml/read-xml.ts';
import { sortChildren } from './child-order.ts';
import type { Field, Fields, Leaf, ModelOf, Shape } from './shape.ts';
import type { Kept } from './kept.ts';
import type { XmlChild, XmlElement } from '../xml/xml-tree.ts';

type Thing = Record<string, unknown>;

export interface Manner {
  /** Prefix to URI of the namespaces in kept pieces that are not of the houses. */
  namespaces: ReadonlyMap<string, string>;
  /** Whether the children are put in MISMO 3's sequence; version 2 has no such rule. */
  inSequence: boolean;
}

/** The element of a model: held values in their places, kept ones put back, children in the schema's sequence. */
export function writeShape<F extends Fields>(
  name: string,
  model: ModelOf<F>,
  shape: Shape<F>,
  manner: Manner,
): XmlElement {
  return new ShapeWriter(manner).thing(name, model, shape);
}

class ShapeWriter {
  private readonly manner: Manner;

  constructor(manner: Manner) {
    this.manner = manner;
  }

  thing(name: string, thing: Thing, shape: Shape<Fields>): XmlElement {
    const element = newElement(name);
    const kept = (thing['kept'] ?? []) as Kept[];
    const written = new Map(
      kept.flatMap((each) => (each.what === 'written' ? [[each.field, each] as const] : [])),
    );
    const made = new Set<XmlElement>([element]);
    for (const [fieldName, field] of Object.entries(shape.fields)) {
      const value = thing[fieldName];
      if (value !== undefined) this.field(element, field, value, written.get(fieldName), made);
    }
    const standing = kept.filter(
      (each) => each.what !== 'xml' || each.field === undefined || thing[each.field] === undefined,
    );
    for (const each of joined(standing)) this.putBack(element, each, shape, made);
    if (this.manner.inSequence) for (const each of made) sortChildren(each);
    return element;
  }

  private field(
    root: XmlElement,
    field: Field,
    value: unknown,
    written: { text: string; at?: string | undefined } | undefined,
    made: Set<XmlElement>,
  ): void {
    if (field.holds === 'value') {
      const isSame = written !== undefined && this.readsAs(field, written.text, value);
      const place = isSame ? (written.at ?? field.path) : field.path;
      put(root, place, isSame ? written.text : field.value.write(value), made);
      return;
    }
    const steps = field.path.split('/');
    const last = steps.pop() ?? '';
    const parent = descend(root, steps, made);
    const things = field.holds === 'many' ? (value as Thing[]) : [value as Thing];
    for (const each of things) parent.children.push(this.thing(last, each, field.shape));
  }

  private readsAs({ value: kind }: Leaf<unknown>, text: string, value: unknown): boolean {
    const trimmed = text.trim();
    return trimmed !== '' && kind.read(trimmed) === value;
  }

  private putBack(root: XmlElement, kept: Kept, shape: Shape<Fields>, made: Set<XmlElement>): void {
    if (kept.what === 'written') return;
    const steps = kept.at === '' ? [] : kept.at.split('/');
    const isValue = valueAt(shape, kept.at);
    const target = isValue ? existing(root, steps) : descend(root, steps, made);
    if (!target) return; // it stood on a value that the model no longer has
    if (kept.what === 'attribute') {
      if (!target.attributes.has(kept.name)) target.attributes.set(kept.name, kept.text);
    } else if (kept.what === 'text') target.children.push({ aside: 'text', text: kept.text });
    else {
      const pieces = readFragment(kept.xml, this.manner.namespaces);
      const before = kept.isBefore === true ? placeBefore(target, pieces, made) : -1;
      const later = before < 0 ? [] : target.children.splice(before);
      for (const piece of pieces) target.children.push(piece);
      for (const child of later) target.children.push(child);
    }
  }
}

const placeBefore = (
  target: XmlElement,
  [first]: readonly XmlChild[],
  made: ReadonlySet<XmlElement>,
): number =>
  target.children.findIndex(
    (child) => first && isElement(first) && isElement(child) && child.name === first.name && made.has(child),
  );

/** Into one place; those that stood before something, when they are alike. */
const goTogether = (a: Kept & { what: 'xml' }, b: Kept & { what: 'xml' }): boolean =>
  a.at === b.at && a.isBefore === b.isBefore && (a.isBefore !== true || a.xml === b.xml);

/** Pieces that follow each other into one place are read at once: a stranger’s list may have a great many. */
function joined(kept: readonly Kept[]): Kept[] {
  const whole: Kept[] = [];
  let pieces: string[] = [];
  const close = () => {
    const last = whole.at(-1);
    if (last?.what === 'xml' && pieces.length > 1) whole.splice(-1, 1, { ...last, xml: pieces.join('') });
    pieces = [];
  };
  for (const each of kept) {
    const last = whole.at(-1);
    if (each.what === 'xml' && last?.what === 'xml' && goTogether(last, each)) pieces.push(each.xml);
    else {
      close();
      whole.push(each);
      if (each.what === 'xml') pieces = [each.xml];
    }
  }
  close();
  return whole;
}

const valueAt = (shape: Shape<Fields>, path: string): boolean =>
  Object.values(shape.fields).some(
    (field) => field.holds === 'value' && [field.path, ...field.also].includes(path),
  );

function existing(root: XmlElement, steps: readonly string[]): XmlElement | undefined {
  let element: XmlElement | undefined = root;
  for (const step of steps) element = element && firstChild(element, step);
  return element;
}

function descend(root: XmlElement, steps: readonly string[], made: Set<XmlElement>): XmlElement {
  let element = root;
  for (const step of steps) {
    let next = element.children.find(
      (child): child is XmlElement => isElement(child) && child.name === step && made.has(child),
    );
    if (!next) {
      next = newElement(step);
      made.add(next);
      element.children.push(next);
    }
    element = next;
  }
  return element;
}

/** A value at `A/B/C` or `A/B/@c`, or the root's own. */
function put(root: XmlElement, path: string, text: string, made: Set<XmlElement>): void {
  const steps = path.split('/');
  const last = steps.pop() ?? '';
  if (last === '.') {
    root.text = text;
    return;
  }
  if (last.startsWith('@')) {
    descend(root, steps, made).attributes.set(last.slice(1), text);
    return;
  }
  descend(root, [...steps, last], made).text = text;
}
