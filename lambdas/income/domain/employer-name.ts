/** Words that say what kind of company it is and not which. */
const forms = new Set([
  'llc',
  'inc',
  'incorporated',
  'corp',
  'corporation',
  'co',
  'company',
  'ltd',
  'limited',
  'lp',
  'llp',
  'plc',
  'the',
]);

/** `The Example Mills, L.L.C.` and `Example Mills` are one employer: `example mills`. */
export function employerKey(name: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}|[.'’]/gu, '')
    .replaceAll('&', ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !forms.has(word));
  return (telling.length > 0 ? telling : words).join(' ');
}

export const sameEmployer = (one: string, other: string): boolean => employerKey(one) === employerKey(other);
