import type { Absent, Field, FieldKind, Trust } from '../document-reading.ts';
import { boxAround, confidenceOf, textOf } from '../geometry/read-words.ts';
import type { Layout, Placed } from '../geometry/layout.ts';
import type { Money } from '../values/parse-money.ts';

/** Below this an engine's word alone does not carry a value (documents.md 3.3: digit flips were seen at 69). */
export const CLEAR_CONFIDENCE = 85;
/** Amounts and identifiers from a picture need more: misread digits were seen at 90 to 95 where nothing else confirms them. */
export const CLEAR_EXACT_CONFIDENCE = 96;
/** A page read worse than this carries no amount or identifier on the engine's word alone. */
export const CLEAR_PAGE_CONFIDENCE = 85;

interface Candidate {
  name: string;
  kind: FieldKind;
  value: Field['value'];
  words: readonly Placed[];
  layout: Layout;
  printed?: string;
  doubt?: string | undefined;
}

export interface Collected {
  fields: Field[];
  absent: Absent[];
}

/** Makes a field of a candidate, deciding how far it may be trusted before any arithmetic. */
export function makeField(candidate: Candidate): Field {
  const { layout, words } = candidate;
  const confidence = confidenceOf(words);
  const doubt = candidate.doubt ?? doubtOf(candidate, confidence);
  const field: Field = {
    name: candidate.name,
    kind: candidate.kind,
    printed: candidate.printed ?? textOf(words),
    value: candidate.value,
    page: layout.pageNumber,
    box: boxAround(words),
    confidence,
    engine: layout.engine,
    trust: doubt === undefined ? 'clear' : 'doubtful',
  };
  return doubt === undefined ? field : { ...field, doubt };
}

function doubtOf(candidate: Candidate, confidence: number): string | undefined {
  if (candidate.layout.engine === 'text-layer') return undefined;
  const exact = candidate.kind === 'money' || candidate.kind === 'identifier' || candidate.kind === 'decimal';
  if (confidence < (exact ? CLEAR_EXACT_CONFIDENCE : CLEAR_CONFIDENCE))
    return `read with confidence ${Math.round(confidence)} only`;
  if (exact && candidate.layout.meanConfidence < CLEAR_PAGE_CONFIDENCE)
    return 'the page as a whole reads poorly';
  return undefined;
}

/** An amount as a field; a form that OCR may have cut short stays doubtful until something confirms it. */
export function moneyField(
  name: string,
  money: Money,
  words: readonly Placed[],
  layout: Layout,
  doubt?: string,
): Field {
  const cut =
    money.form === 'torn' || (layout.engine !== 'text-layer' && money.form !== 'plain')
      ? 'printed without both decimals, or broken by spaces'
      : undefined;
  return makeField({ name, kind: 'money', value: money.cents, words, layout, doubt: doubt ?? cut });
}

/**
 * Candidates of one field, from several printings: equal ones confirm each other, different ones leave the field
 * unread.
 */
export function agree(name: string, found: readonly Field[]): Collected {
  const candidates = found.filter(
    (field, index) =>
      !found.slice(0, index).some((other) => samePlace(field, other) && other.value === field.value),
  );
  const first = candidates[0];
  if (!first) return { fields: [], absent: [{ name, reason: 'not found on the page' }] };
  const values = new Set(candidates.map((candidate) => `${candidate.value}`));
  const best =
    [...candidates].sort(
      (one, other) => rank(other.trust) - rank(one.trust) || other.confidence - one.confidence,
    )[0] ?? first;
  if (values.size === 1) {
    const trust: Trust = candidates.length > 1 ? 'confirmed' : best.trust;
    return { fields: [withTrust(best, trust)], absent: [] };
  }
  const clear = candidates.filter((candidate) => candidate.trust !== 'doubtful');
  if (
    clear.length > 0 &&
    new Set(clear.map((candidate) => `${candidate.value}`)).size === 1 &&
    clear.length < candidates.length
  ) {
    return { fields: [doubted(best, 'another printing on the page reads differently')], absent: [] };
  }
  return { fields: [], absent: [{ name, reason: 'printings on the page disagree' }] };
}

/** The same words found by two labels are one printing. */
function samePlace(one: Field, other: Field): boolean {
  return (
    one.page === other.page &&
    Math.abs(one.box.left - other.box.left) < 0.01 &&
    Math.abs(one.box.top - other.box.top) < 0.006
  );
}

function rank(trust: Trust): number {
  return { doubtful: 0, clear: 1, confirmed: 2 }[trust];
}

export function withTrust(field: Field, trust: Trust): Field {
  if (trust === 'doubtful') return { ...field, trust };
  const { doubt: _, ...rest } = field;
  return { ...rest, trust };
}

export function doubted(field: Field, doubt: string): Field {
  return { ...field, trust: 'doubtful', doubt };
}

/** Puts the first candidate field in, or records why there is none. */
export function put(
  into: Collected,
  name: string,
  field: Field | undefined,
  reason = 'not found on the page',
): void {
  if (field) into.fields.push(field);
  else into.absent.push({ name, reason });
}

export function merge(into: Collected, more: Collected): void {
  into.fields.push(...more.fields);
  into.absent.push(...more.absent);
}

/** Marks the named fields as confirmed by a sum or a rate that came out right. */
export function confirm(fields: readonly Field[], names: ReadonlySet<string>): Field[] {
  return fields.map((field) => (names.has(field.name) ? withTrust(field, 'confirmed') : field));
}

/** Marks the named fields as contradicted by arithmetic, unless something else confirmed them or their text is exact. */
export function contradict(fields: readonly Field[], names: ReadonlySet<string>, doubt: string): Field[] {
  return fields.map((field) =>
    names.has(field.name) && field.engine !== 'text-layer' && field.trust !== 'confirmed'
      ? doubted(field, doubt)
      : field,
  );
}
