/** How an amount was printed; anything but `plain` deserves less trust from OCR, and `torn` none without a proof. */
export type MoneyForm = 'plain' | 'joined' | 'one-decimal' | 'whole' | 'torn';

export interface Money {
  /** Signed integer cents. */
  cents: number;
  form: MoneyForm;
}

const LIMIT = 9_999_999_999;

/**
 * An amount as payers print it: `$ 452.43`, `- 40.60`, `40.60-`, `($2,336.28)`, `1.234,56`, and with OCR's stray spaces
 * beside a separator (`67588 .01`, `6, 133. 23`). A space where a separator is missing (`$7,601 54`), uneven groups
 * (`12,3456.00`) or three decimals are refused: a wrong amount is worse than none.
 */
export function parseMoney(printed: string): Money | undefined {
  const trimmed = printed.trim().replace(/^\*+|\*+$/g, '');
  const bracketed = /^\(.*\)$/.test(trimmed) || /^\$?\(.*\)$/.test(trimmed);
  const inner = trimmed.replace(/^\$?\(|\)$/g, '').trim();
  const signed =
    /^(?<lead>[-–—+=]?)\s*(?:\$|USD|£|€)?\s*(?<sign>[-–—]?)\s*(?<digits>\d[\d.,\s]*?)\s*(?:USD)?\s*(?<trail>[-–—]|CR|DR)?$/u.exec(
      inner,
    );
  if (!signed?.groups) return undefined;
  const { lead = '', sign = '', digits = '', trail = '' } = signed.groups;
  const unsigned = parseDigits(digits);
  if (!unsigned) return undefined;
  const minuses =
    [lead, sign, trail].filter((mark) => /^[-–—]$/u.test(mark)).length +
    (bracketed ? 1 : 0) +
    (trail === 'DR' ? 1 : 0);
  if (minuses > 1 || unsigned.cents > LIMIT) return undefined;
  return minuses === 1 ? { cents: -unsigned.cents, form: unsigned.form } : unsigned;
}

function parseDigits(digits: string): Money | undefined {
  const tight = digits.replace(/\s*([.,])\s*/g, '$1');
  if (/\s/.test(tight)) return undefined;
  const joined = tight !== digits;
  const us = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(tight);
  const european = us ? undefined : /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{2}))$/.exec(tight);
  const match = us ?? european;
  if (!match) return undefined;
  const units = (match[1] ?? '').replace(/[.,]/g, '');
  const decimals = match[2] ?? '';
  if (units.length > 8 || (decimals === '' && units.length > 7 && !tight.includes(','))) return undefined;
  const form =
    decimals === '' ? 'whole' : decimals.length === 1 ? 'one-decimal' : joined ? 'joined' : 'plain';
  return { cents: Number.parseInt(units + decimals.padEnd(2, '0'), 10), form };
}

/** Cents as a plain decimal: `-40.60`. */
export function decimalOf(cents: number): string {
  const digits = `${Math.abs(cents)}`.padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
