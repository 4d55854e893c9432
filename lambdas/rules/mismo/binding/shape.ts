import * as z from 'zod';
import { KeptSchema } from './kept.ts';
import type { Kept } from './kept.ts';
import type { ValueKind } from './value-kinds.ts';

/** A data point: `ASSET_DETAIL/AssetType`, `@SequenceNumber` for an attribute, `.` for the text of the thing's own element. */
export interface Leaf<T> {
  readonly holds: 'value';
  readonly path: string;
  /** Other places where files have it. */
  readonly also: readonly string[];
  readonly value: ValueKind<T>;
}

export interface One<F extends Fields> {
  readonly holds: 'one';
  readonly path: string;
  readonly shape: Shape<F>;
}

export interface Many<F extends Fields> {
  readonly holds: 'many';
  readonly path: string;
  readonly shape: Shape<F>;
}

export type Field = Leaf<unknown> | One<Fields> | Many<Fields>;
export interface Fields {
  readonly [name: string]: Field;
}

/** The model of a shape: every field may be absent, since files are; `kept` is what it does not hold. */
export type ModelOf<F extends Fields> = {
  -readonly [K in keyof F]?: F[K] extends Leaf<infer T>
    ? T
    : F[K] extends One<infer G>
      ? ModelOf<G>
      : F[K] extends Many<infer G>
        ? ModelOf<G>[]
        : never;
} & { kept?: Kept[] | undefined };

/** A place in the XML below a thing's element: what stands there, and what may stand below. */
export interface Slot {
  readonly below: Map<string, Slot>;
  readonly attributes: Map<string, Held>;
  held?: Held;
  /** The text of the thing's own element. */
  own?: Held;
}

export interface Held {
  readonly name: string;
  readonly field: Field;
  /** Present where the data point is not in its own place. */
  readonly elsewhere?: string;
}

/** One table for reading, writing and checking: field by field, where it lies and of what kind it is. */
export interface Shape<F extends Fields> {
  readonly fields: F;
  readonly schema: z.ZodType<ModelOf<F>>;
  readonly slot: Slot;
  /** Data points by their own name, for files that leave out the containers between. */
  readonly byLastName: ReadonlyMap<string, Held>;
}

export const at = <T>(path: string, value: ValueKind<T>, ...also: string[]): Leaf<T> => ({
  holds: 'value',
  path,
  also,
  value,
});

export const one = <F extends Fields>(path: string, of: Shape<F>): One<F> => ({
  holds: 'one',
  path,
  shape: of,
});

export const many = <F extends Fields>(path: string, of: Shape<F>): Many<F> => ({
  holds: 'many',
  path,
  shape: of,
});

export function shape<F extends Fields>(fields: F): Shape<F> {
  const slot = newSlot();
  const byLastName = new Map<string, Held>();
  const ambiguous = new Set<string>();
  for (const [name, field] of Object.entries(fields)) {
    place(slot, field.path, { name, field });
    if (field.holds !== 'value') continue;
    for (const elsewhere of field.also) place(slot, elsewhere, { name, field, elsewhere });
    const last = field.path.split('/').at(-1) ?? '';
    if (byLastName.has(last)) ambiguous.add(last);
    if (field.path.includes('/') && !last.startsWith('@')) byLastName.set(last, { name, field });
  }
  for (const last of ambiguous) byLastName.delete(last);
  return { fields, schema: schemaOf(fields), slot, byLastName };
}

const newSlot = (): Slot => ({ below: new Map(), attributes: new Map() });

function place(root: Slot, path: string, held: Held): void {
  let slot = root;
  if (path === '.') {
    root.own = held;
    return;
  }
  for (const step of path.split('/')) {
    if (step.startsWith('@')) {
      slot.attributes.set(step.slice(1), held);
      return;
    }
    const next = slot.below.get(step) ?? newSlot();
    slot.below.set(step, next);
    slot = next;
  }
  slot.held = held;
}

function schemaOf<F extends Fields>(fields: F): z.ZodType<ModelOf<F>> {
  const entries = Object.entries(fields).map(([name, field]): [string, z.ZodType] => [
    name,
    schemaFor(field),
  ]);
  const object = z.strictObject({ ...Object.fromEntries(entries), kept: z.array(KeptSchema).optional() });
  return object as z.ZodType as z.ZodType<ModelOf<F>>;
}

function schemaFor(field: Field): z.ZodType {
  if (field.holds === 'many') return z.array(field.shape.schema).optional();
  if (field.holds === 'one') return field.shape.schema.optional();
  const { schema, sealed } = field.value;
  return (sealed ? schema.meta({ sealed: true }) : schema).optional();
}
