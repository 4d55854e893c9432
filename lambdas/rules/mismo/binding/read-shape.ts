import { Paths, isElement } from '../xml/xml-tree.ts';
import { compareSiblings } from './child-order.ts';
import { showable } from '../defect.ts';
import { writeFragment } from '../xml/write-xml.ts';
import type { Defect, Severity } from '../defect.ts';
import type { Fields, Held, Leaf, ModelOf, Shape, Slot } from './shape.ts';
import type { Kept } from './kept.ts';
import type { XmlElement } from '../xml/xml-tree.ts';

export interface Reading<M> {
  model: M;
  defects: Defect[];
}

/** The model of an element, with what it does not hold kept beside each thing, and a defect for what is not understood. */
export function readShape<F extends Fields>(root: XmlElement, shape: Shape<F>): Reading<ModelOf<F>> {
  const reader = new ShapeReader(root);
  const model = reader.thing(root, shape);
  return { model: model as ModelOf<F>, defects: reader.defects };
}

type Thing = Record<string, unknown>;

/** One thing being read: its model, its shape, the containers already met, and the way from its element. */
interface Current {
  thing: Thing;
  shape: Shape<Fields>;
  seen: Map<Slot, 'read' | 'empty'> | undefined;
}

class ShapeReader {
  readonly defects: Defect[] = [];
  private readonly lineage: XmlElement[] = [];
  private readonly paths = new Paths();

  /** Version 3 has a sequence, in which an export puts what is kept. */
  private readonly isInSequence: boolean;

  constructor(root: XmlElement) {
    this.lineage.push(root);
    this.isInSequence = root.name === 'MESSAGE';
  }

  thing(element: XmlElement, shape: Shape<Fields>): Thing {
    const thing: Thing = {};
    this.container(element, shape.slot, '', { thing, shape, seen: undefined });
    const kept = thing['kept'] as Kept[] | undefined;
    if (kept && kept.length > 1) inOrder(kept, this.isInSequence ? element.name : undefined);
    return thing;
  }

  private container(element: XmlElement, slot: Slot, where: string, current: Current): void {
    for (const [name, text] of element.attributes) {
      const held = slot.attributes.get(name);
      if (held) this.attribute(name, text, held, where, current);
      else keep(current, { what: 'attribute', at: where, name, text });
    }
    if (element.text.trim() !== '') this.ownText(element.text, slot, where, current);
    for (const child of element.children) {
      if (isElement(child)) {
        this.lineage.push(child);
        this.child(child, slot, where, current);
        this.lineage.pop();
      } else if (child.aside === 'text') this.stray(child.text, where, current);
      else keep(current, { what: 'xml', at: where, xml: writeFragment(child) });
    }
  }

  private child(child: XmlElement, slot: Slot, where: string, current: Current): void {
    const next = slot.below.get(child.name);
    if (!next) this.unknown(child, where, current);
    else if (next.held) this.held(child, next, next.held, where, current);
    else if (current.seen?.get(next) === 'read') {
      this.complain('more-than-one', 'error', 'stands more than once here; the first is understood');
      keepElement(current, where, child);
    } else {
      const isAfterEmpty = current.seen?.has(next) === true;
      if (isAfterEmpty)
        this.complain('more-than-one', 'error', 'stands more than once here; this one is understood');
      const isEmpty = child.children.length === 0 && child.text.trim() === '' && child.attributes.size === 0;
      (current.seen ??= new Map()).set(next, isEmpty ? 'empty' : 'read');
      if (isEmpty) {
        keepElement(current, where, child);
        return;
      }
      if (isAfterEmpty) markBefore(current, where, child.name);
      this.container(child, next, where === '' ? child.name : `${where}/${child.name}`, current);
    }
  }

  private held(child: XmlElement, slot: Slot, held: Held, where: string, current: Current): void {
    const { name, field } = held;
    if (field.holds === 'many') {
      const list = (current.thing[name] ??= []) as Thing[];
      list.push(this.thing(child, field.shape));
    } else if (name in current.thing) {
      this.complain('more-than-one', 'error', 'stands more than once here; the first is understood');
      keepElement(current, where, child);
    } else if (field.holds === 'one') current.thing[name] = this.thing(child, field.shape);
    else this.leaf(child, slot, held, field, where, current);
  }

  private leaf(
    child: XmlElement,
    slot: Slot,
    held: Held,
    field: Leaf<unknown>,
    where: string,
    current: Current,
  ): void {
    if (isNil(child)) {
      keepElement(current, where, child, held.name);
      return;
    }
    const understood = child.children.every((each) => !isElement(each)) && this.value(child.text, field);
    if (!understood && onlyHeldAttributes(child, slot)) {
      this.container(child, slot, where === '' ? child.name : `${where}/${child.name}`, current);
      return;
    }
    if (!understood) {
      if (child.children.some(isElement))
        this.complain('elements-in-a-value', 'error', 'has elements where a value belongs');
      keepElement(current, where, child, held.name);
      return;
    }
    this.hold(held.name, understood.value, current);
    this.note(child.text, held, field, current);
    if (child.attributes.size === 0 && child.children.length === 0) return;
    const inside = where === '' ? child.name : `${where}/${child.name}`;
    this.container({ ...child, text: '' }, slot, inside, current);
  }

  private attribute(name: string, text: string, held: Held, where: string, current: Current): void {
    const { field } = held;
    const understood = field.holds === 'value' && this.value(text, field, name);
    if (!understood || held.name in current.thing)
      keep(current, { what: 'attribute', at: where, name, text });
    else {
      this.hold(held.name, understood.value, current);
      this.note(text, held, field, current);
    }
  }

  /** An earlier one that could not be understood is then a value of its own: it stays even when the model is edited. */
  private hold(name: string, value: unknown, { thing }: Current): void {
    thing[name] = value;
    for (const kept of (thing['kept'] ?? []) as Kept[])
      if (kept.what === 'xml' && kept.field === name) {
        delete kept.field;
        kept.isBefore = true;
        this.complain('more-than-one', 'error', 'stands more than once here; this one is understood');
      }
  }

  private value(raw: string, { value: kind }: Leaf<unknown>, attribute?: string): { value: unknown } | false {
    const text = raw.trim();
    const inside = attribute === undefined ? '' : `/@${attribute}`;
    if (text === '') {
      if (kind.rule !== 'not-text')
        this.complain('empty-value', 'warning', 'is empty where a value belongs', inside);
      return false;
    }
    const value = kind.read(text);
    if (value === undefined) {
      const message = kind.isCode ? 'is not a code of its list' : 'cannot be understood';
      this.complain(kind.rule, 'error', message, inside, kind.isCode ? showable(text) : undefined);
      return false;
    }
    if (!kind.isPlain(raw))
      this.complain('loose-writing', 'warning', 'is understood, though not in its standard form', inside);
    return { value };
  }

  /** Notes a writing that the model's value would not give back. */
  private note(text: string, held: Held, { value: kind }: Leaf<unknown>, current: Current): void {
    const { name, elsewhere } = held;
    if (elsewhere !== undefined) keep(current, { what: 'written', field: name, text, at: elsewhere });
    else if (kind.write(current.thing[name]) !== text) keep(current, { what: 'written', field: name, text });
  }

  /** Not of the shape: a data point out of its container is understood, the rest is kept. */
  private unknown(child: XmlElement, where: string, current: Current): void {
    const held = current.shape.byLastName.get(child.name);
    const isLeaf = child.children.length === 0 && child.attributes.size === 0;
    const understood =
      held && isLeaf && !(held.name in current.thing) && held.field.holds === 'value'
        ? this.value(child.text, held.field)
        : false;
    if (!held || !understood) {
      keepElement(current, where, child);
      return;
    }
    this.complain('out-of-place', 'warning', 'is understood, though it stands outside its container');
    this.hold(held.name, understood.value, current);
    const elsewhere = where === '' ? child.name : `${where}/${child.name}`;
    this.note(child.text, { ...held, elsewhere }, held.field as Leaf<unknown>, current);
  }

  private ownText(text: string, { own }: Slot, where: string, current: Current): void {
    const understood = own?.field.holds === 'value' && this.value(text, own.field);
    if (own && understood) {
      this.hold(own.name, understood.value, current);
      this.note(text, own, own.field, current);
    } else this.stray(text, where, current);
  }

  private stray(text: string, where: string, current: Current): void {
    this.complain('text-out-of-place', 'error', 'has text where elements belong');
    keep(current, { what: 'text', at: where, text });
  }

  private complain(rule: string, severity: Severity, message: string, inside = '', found?: string): void {
    const path = `${this.paths.of(this.lineage)}${inside}`;
    this.defects.push({ path, rule, severity, message, ...(found === undefined ? {} : { found }) });
  }
}

const ranks = { attribute: 0, written: 1, text: 2, xml: 2 } as const;

/** The same whatever order the file had: an export read again keeps the same. Without a sequence, pieces of one place stay. */
function inOrder(kept: Kept[], inSequenceOf: string | undefined): void {
  const place = ({ at = '' }: Kept): string => at;
  kept.sort((a, b) => {
    if (ranks[a.what] !== ranks[b.what]) return ranks[a.what] - ranks[b.what];
    if (place(a) !== place(b)) return place(a) < place(b) ? -1 : 1;
    if (inSequenceOf === undefined || ranks[a.what] !== ranks.xml) return 0;
    const [nameA, nameB] = [elementName(a), elementName(b)];
    if (nameA === undefined || nameB === undefined)
      return Number(nameA !== undefined) - Number(nameB !== undefined);
    return compareSiblings(place(a).split('/').at(-1) || inSequenceOf, nameA, nameB);
  });
}

/** Of a kept element; comments, instructions and text have none. */
const elementName = (kept: Kept): string | undefined =>
  kept.what === 'xml' ? /^<([^\s/>!?]+)/.exec(kept.xml)?.[1] : undefined;

/** The schema's own way to say that there is no value. */
const isNil = ({ attributes, children, text }: XmlElement): boolean =>
  /^\s*(?:true|1)\s*$/.test(attributes.get('xsi:nil') ?? '') && children.length === 0 && text.trim() === '';

/** An empty value of which the shape holds every attribute. */
const onlyHeldAttributes = (child: XmlElement, slot: Slot): boolean =>
  child.attributes.size > 0 &&
  child.children.length === 0 &&
  child.text.trim() === '' &&
  [...child.attributes.keys()].every((name) => slot.attributes.has(name));

/** Empty containers that stood before the one that is read. */
function markBefore({ thing }: Current, where: string, name: string): void {
  for (const kept of (thing['kept'] ?? []) as Kept[])
    if (kept.what === 'xml' && kept.at === where && kept.xml === `<${name}/>`) kept.isBefore = true;
}

function keep({ thing }: Current, kept: Kept): void {
  ((thing['kept'] ??= []) as Kept[]).push(kept);
}

function keepElement(current: Current, where: string, child: XmlElement, field?: string): void {
  const piece = { what: 'xml' as const, at: where, xml: writeFragment(child) };
  keep(current, field === undefined ? piece : { ...piece, field });
}
