import * as z from 'zod';
import { CentsSchema, PpmSchema } from '../../../shared/value-schemas.ts';
import { cents } from '../../../shared/money.ts';
import { halfUp } from '../../../shared/rounding.ts';
import { parseDecimal, rational, times } from '../../../shared/rational.ts';
import { ppm } from '../../../shared/rate.ts';
import type { Cents } from '../../../shared/money.ts';
import type { Ppm } from '../../../shared/rate.ts';

/** How one kind of data point is read, written and stated in the schema of the model. */
export interface ValueKind<T> {
  readonly schema: z.ZodType;
  /** Of trimmed text that is not empty; undefined when it cannot be understood. */
  read(text: string): T | undefined;
  write(value: T): string;
  /** Whether the text is in the standard's own form; if not it was understood all the same. */
  isPlain(text: string): boolean;
  /** The defect when it cannot be understood. */
  readonly rule: string;
  /** Shown only by a reveal: taxpayer ids, birth dates, account numbers. */
  readonly sealed?: true;
  /** A code of a list, which a defect may quote. */
  readonly isCode?: true;
}

const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;

/** `1,234.5`, `$1,234.50`, `(12.00)` as people and spreadsheets write them. */
function decimalText(text: string): string | undefined {
  if (decimal.test(text)) return text;
  const inBrackets = /^\((.*)\)$/.exec(text)?.[1];
  const bare = (inBrackets ?? text).replaceAll(/[$%\s]/g, '');
  const ungrouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(bare) ? bare.replaceAll(',', '') : bare;
  if (!decimal.test(ungrouped)) return undefined;
  return inBrackets === undefined ? ungrouped : `-${ungrouped}`;
}

/** Ten billion dollars: no amount of a loan file is greater, and ten thousand of these add up within safe bounds. */
const MOST_UNITS = 1_000_000_000_000n;

/** Whole units of 10^-places, halves away from zero; undefined beyond bounds. */
function unitsOf(text: string, places: number): number | undefined {
  const found = decimalText(text);
  if (found === undefined || found.length > 40) return undefined;
  const normal = found
    .replace(/^\+/, '')
    .replace(/^(-?)\./, '$10.')
    .replace(/\.$/, '');
  const units = halfUp(times(parseDecimal(normal), rational(10n ** BigInt(places))));
  return units <= MOST_UNITS && units >= -MOST_UNITS ? Number(units) : undefined;
}

const plainAmount = /^-?\d+(?:\.\d{1,2}0*)?$/;

/** MISMOAmount: dollars to integer cents. Finer than a cent is understood to the nearest and its writing kept. */
export const amount: ValueKind<Cents> = {
  schema: CentsSchema,
  read: (text) => {
    const units = unitsOf(text, 2);
    return units === undefined ? undefined : cents(units);
  },
  write: (value) => fixed(value, 2),
  isPlain: (text) => plainAmount.test(text),
  rule: 'not-an-amount',
};

/** Version 2 writes whole dollars without cents. */
export const dollars: ValueKind<Cents> = {
  ...amount,
  write: (value) => fixed(value, 2).replace(/\.00$/, ''),
};

/** MISMOPercent: `6.75` to 67,500 parts per million. */
export const percent: ValueKind<Ppm> = {
  schema: PpmSchema,
  read: (text) => {
    const units = unitsOf(text, 4);
    return units === undefined ? undefined : ppm(units);
  },
  write: (value) => fixed(value, 4),
  isPlain: (text) => /^-?\d+(?:\.\d{1,4}0*)?$/.test(text),
  rule: 'not-a-percent',
};

function fixed(units: number, places: number): string {
  const digits = String(Math.abs(units)).padStart(places + 1, '0');
  return `${units < 0 ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Text that XML can carry. */
const isXmlText = (found: string): boolean =>
  found.isWellFormed() && !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(found);

export const text: ValueKind<string> = {
  schema: z.string().min(1).refine(isXmlText, 'text without control characters'),
  read: (found) => found,
  write: (value) => value,
  isPlain: () => true,
  rule: 'not-text',
};

/** A document in a file, in whatever encoding: who can read it reads everything in it. */
export const embedded: ValueKind<string> = { ...text, sealed: true };

/** An account number. One of nothing but asterisks is a mask, not a number. */
export const account: ValueKind<string> = {
  ...text,
  schema: z
    .string()
    .regex(/[^*]/, 'an account number, not a mask')
    .refine(isXmlText, 'text without control characters'),
  read: (found) => (/[^*]/.test(found) ? found : undefined),
  rule: 'not-an-account',
  sealed: true,
};

const words: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'y', 'yes', '1'].map((word) => [word, true] as const),
  ...['false', 'n', 'no', '0'].map((word) => [word, false] as const),
]);

/** MISMOIndicator: `true` or `false`; `Y`, `Yes`, `1` and `TRUE` are understood. */
export const indicator: ValueKind<boolean> = {
  schema: z.boolean(),
  read: (found) => words.get(found.toLowerCase()),
  write: String,
  isPlain: (found) => found === 'true' || found === 'false',
  rule: 'not-an-indicator',
};

/** Version 2 writes `Y` and `N`. */
export const letterIndicator: ValueKind<boolean> = {
  ...indicator,
  write: (value) => (value ? 'Y' : 'N'),
  isPlain: (found) => found === 'Y' || found === 'N',
};

/** MISMOCount, and numbers without a fraction. `24.0` is understood. */
export const count: ValueKind<number> = {
  schema: z.int(),
  read: (found) => (/^[+-]?\d{1,9}(?:\.0+)?$/.test(found) ? Number.parseInt(found, 10) : undefined),
  write: String,
  isPlain: (found) => /^-?\d+$/.test(found),
  rule: 'not-a-count',
};

const day = /^(\d{4})-(\d{2})-(\d{2})$/;
const plainDate = /^\d{4}(?:-\d{2}){0,2}$/;

const isDate = (found: string): boolean =>
  plainDate.test(found) && z.iso.date().safeParse(`${found}${'-01'.repeat((10 - found.length) / 3)}`).success;

/** MISMODate without a zone: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; also an instant's day, `MM/DD/YYYY` and `YYYYMMDD`. */
export const date: ValueKind<string> = {
  schema: z.string().refine(isDate, 'a date as YYYY-MM-DD, YYYY-MM or YYYY'),
  read: (found) => {
    const usual = found
      .replace(/^(\d{4}-\d{2}-\d{2})(?:[T ].*|Z|[+-]\d{2}:\d{2})$/, '$1')
      .replace(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, (_all, month: string, dayOf: string, year: string) =>
        [year, month.padStart(2, '0'), dayOf.padStart(2, '0')].join('-'),
      )
      .replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
    return isDate(usual) ? usual : undefined;
  },
  write: (value) => value,
  isPlain: (found) => day.test(found) || plainDate.test(found),
  rule: 'not-a-date',
};

export const birthDate: ValueKind<string> = { ...date, sealed: true };

/** MISMODatetime: an instant with its zone, as text. One without a zone is understood as it stands. */
export const datetime: ValueKind<string> = {
  schema: z.string().regex(/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/),
  read: (found) =>
    /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?(?:\d{2})?)?$/.test(found)
      ? found
      : undefined,
  write: (value) => value,
  isPlain: (found) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/.test(found),
  rule: 'not-a-datetime',
};

/** Version 2 states the sender's own time, often without a zone. */
export const localDatetime: ValueKind<string> = { ...datetime, isPlain: () => true };

/** Nine digits: an SSN, ITIN or EIN. Hyphens are understood, masks are not. */
export const taxpayerId: ValueKind<string> = {
  schema: z.string().regex(/^\d{9}$/),
  read: (found) =>
    /^(?:\d{9}|\d{3}[- ]\d{2}[- ]\d{4}|\d{2}-\d{7})$/.test(found) ? found.replaceAll(/\D/g, '') : undefined,
  write: (value) => value,
  isPlain: (found) => /^\d{9}$/.test(found),
  rule: 'not-a-taxpayer-id',
  sealed: true,
};

/** MISMONumericString of a telephone: digits only; punctuation is understood. */
export const telephone: ValueKind<string> = {
  schema: z.string().regex(/^\d+$/),
  read: (found) => {
    const digits = found.replaceAll(/[\s().+-]/g, '');
    return /^\d{1,15}$/.test(digits) ? digits : undefined;
  },
  write: (value) => value,
  isPlain: (found) => /^\d+$/.test(found),
  rule: 'not-a-telephone',
};

/** An e-mail address. Files join several by `; ` in one value: held as it stands, and said. */
export const email: ValueKind<string> = {
  ...text,
  isPlain: (found) => /^[^\s;,@]+@[^\s;,@]+$/.test(found),
};

/** A code whose list is not held here: letters, digits, `_` and `.`, one word. */
export const code: ValueKind<string> = {
  schema: z.string().regex(/^[\w.-]+$/),
  read: (found) => (/^[\w.-]+$/.test(found) ? found : undefined),
  write: (value) => value,
  isPlain: () => true,
  rule: 'not-a-code',
  isCode: true,
};

/** A code without the case of its letters and what people put between its words. */
const squashed = (code: string): string => code.toLowerCase().replaceAll(/[\s_-]/g, '');

/** Whether the text means a code of a list: in its letters, whatever their case. */
export const isCode = (found: string | undefined, code: string): boolean =>
  found !== undefined && squashed(found) === squashed(code);

/** A code of a list. Another case of its letters is understood, and words set apart: `checking account`. */
export function oneOf<C extends string>(list: readonly C[]): ValueKind<C> {
  const known = new Map(list.map((each) => [squashed(each), each]));
  const exact = new Set<string>(list);
  return {
    schema: z.enum(list),
    read: (found) => (found.length > 200 ? undefined : known.get(squashed(found))),
    write: (value) => value,
    isPlain: (found) => exact.has(found),
    rule: 'unknown-code',
    isCode: true,
  };
}
