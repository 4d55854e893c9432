import { fold } from './fold.ts';

const COMPANY =
  /\b(inc|llc|l\.?l\.?c|corp|corporation|co|company|ltd|limited|plc|lp|llp|group|holdings|services|systems|solutions|industries|university|college|hospital|school|district|county|city of|state of|mills|works|partners|enterprises|associates|foundation|center|centre|bank|union)\b/i;
const STREET =
  /\b(street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|way|court|ct|circle|circles|cir|place|pl|suite|ste|apt|unit|p\.?o\.? ?box|highway|hwy|parkway|pkwy|terrace|trail|turnpike|wall|square|sq|radial|falls|wells|floor)\b/i;
const STATES = new Set(
  'al ak az ar ca co ct de dc fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa pr ri sc sd tn tx ut vt va vi wa wv wi wy gu'.split(
    ' ',
  ),
);

export function isStateCode(text: string): boolean {
  return /^[A-Z]{2}$/.test(text) && STATES.has(text.toLowerCase());
}

/** Two to five words of letters, none of them a company's or a street's. */
export function isPersonName(text: string): boolean {
  const words = text.trim().split(/\s+/);
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    words.every((word) => /^\p{L}[\p{L}.'’-]*,?$/u.test(word)) &&
    words.filter((word) => word.length > 2).length >= Math.min(2, words.length) &&
    words.every((word) => /^\p{Lu}/u.test(word) || /^(?:de|la|van|von|der|da|di|del)$/.test(word)) &&
    !isCompanyName(text) &&
    !STREET.test(text)
  );
}

export function isCompanyName(text: string): boolean {
  return COMPANY.test(text) && !/\d{3,}/.test(text) && text.trim().split(/\s+/).length <= 8;
}

/** A street line starts with a number, or names a box. */
export function isStreetLine(text: string): boolean {
  return (
    /^\d{1,6}[A-Za-z]?(?:[-/]\d+)?\s+\p{L}/u.test(text.trim()) || /^p\.?\s*o\.?\s*box\b/i.test(text.trim())
  );
}

/** `ANYTOWN, USA 10101`, `West Raymond NV 44735-6958`, `OH 3 0 7 3 1`. */
export function isCityLine(text: string): boolean {
  return /(?:\b[A-Z]{2}\b|\bUSA\b|[A-Z]{3,})[.,]?\s+(?:\d\s?){5}(?:-\d{4})?(?:\d)?$/i.test(text.trim());
}

/** The same person, whatever the order of names, accents, middle initials or case. */
export function samePerson(one: string, other: string): boolean {
  const left = nameParts(one);
  const right = nameParts(other);
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  return few.length >= 2 && few.every((part) => many.includes(part));
}

function nameParts(name: string): string[] {
  return fold(name)
    .split(' ')
    .filter(
      (part) => part.length > 1 && !['jr', 'sr', 'ii', 'iii', 'iv', 'mr', 'mrs', 'ms', 'dr'].includes(part),
    );
}

/** The same employer: legal suffixes and punctuation aside. */
export function sameEmployer(one: string, other: string): boolean {
  const strip = (name: string): string =>
    fold(name)
      .replace(/\b(inc|llc|corp|corporation|co|company|ltd|limited|plc|lp|llp|the)\b/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  const left = strip(one);
  const right = strip(other);
  return left !== '' && (left === right || left.startsWith(`${right} `) || right.startsWith(`${left} `));
}
