import type { Field, Fields, ModelOf, Shape } from './shape.ts';
import type { Kept } from './kept.ts';

type Thing = Record<string, unknown>;

export const mask = '***';

/**
 * The model for eyes that need no secrets: sealed values, and everything kept that could repeat one, are masked. It is no
 * longer a model of the shape, and is refused where one is asked for.
 */
export function maskSealed<F extends Fields>(model: ModelOf<F>, shape: Shape<F>): unknown {
  return masked(model, shape);
}

function masked(thing: Thing, shape: Shape<Fields>): Thing {
  const sealed = new Set(Object.keys(shape.fields).filter((name) => isSealed(shape.fields[name])));
  return Object.fromEntries(
    Object.entries(thing).map(([name, value]) => {
      if (name === 'kept') return [name, (value as Kept[]).map((kept) => maskedKept(kept, sealed))];
      return [name, maskedField(shape.fields[name], value)];
    }),
  );
}

const isSealed = (field: Field | undefined): boolean =>
  field?.holds === 'value' && field.value.sealed === true;

function maskedField(field: Field | undefined, value: unknown): unknown {
  if (!field || value === undefined) return value;
  if (field.holds === 'value') return field.value.sealed ? mask : value;
  if (field.holds === 'one') return masked(value as Thing, field.shape);
  return (value as Thing[]).map((each) => masked(each, field.shape));
}

function maskedKept(kept: Kept, sealed: ReadonlySet<string>): Kept {
  if (kept.what === 'xml')
    return {
      ...kept,
      xml: kept.field !== undefined && sealed.has(kept.field) ? mask : withoutNumbers(kept.xml),
    };
  if (kept.what === 'written' && sealed.has(kept.field)) return { ...kept, text: mask };
  const isSecret = kept.what === 'attribute' && secretName.test(kept.name);
  return { ...kept, text: isSecret ? mask : withoutNumbers(kept.text) };
}

const secretName =
  /SSN|SocialSecurity|Taxpayer_?Identifier|Birth_?Date|DateOfBirth|Account_?(?:Identifier|Number)/i;
const secretElement =
  /(<(?:[\w]+:)?\w*(?:SSN|SocialSecurity|Taxpayer_?Identifier_?Value|Birth_?Date|DateOfBirth|Account_?(?:Identifier|Number))\w*(?:\s[^>]*)?>)[^<]*/gi;
const secretAttribute =
  /(\b\w*(?:SSN|SocialSecurity|TaxpayerIdentifierValue|Birth_?Date|DateOfBirth|Account_?(?:Identifier|Number))\w*=")[^"]*/gi;
/** Nine digits as people write an SSN, wherever they stand. */
const ssn = /\b\d{3}-?\d{2}-?\d{4}\b/g;

/** Kept text holds what it holds: what is named as a secret, and what looks like an SSN, is masked. */
const withoutNumbers = (text: string): string =>
  text.replaceAll(secretElement, `$1${mask}`).replaceAll(secretAttribute, `$1${mask}`).replaceAll(ssn, mask);
