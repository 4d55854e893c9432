/** Lower case without accents or punctuation, single spaces: how labels and names are matched, never how they are kept. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'`‘]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Letter edits between two words, counted only as far as `limit`. */
export function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const swap = (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? limit + 1;
}

/** Words of one letter's difference that mean opposite parties. */
const APART = new Set([
  'employee',
  'employer',
  'employees',
  'employers',
  'payer',
  'payee',
  'other',
  'others',
  'total',
  'state',
  'date',
  'rate',
  'deposit',
  'deposits',
  'period',
  'credit',
  'credits',
  'debit',
  'debits',
  'check',
  'checks',
  'withdrawal',
  'withdrawals',
]);

/** Whether a printed word is the expected one, allowing what OCR does to long words; `stem*` asks for a beginning only. */
export function soundsLike(printed: string, expected: string): boolean {
  if (expected.endsWith('*')) {
    const stem = expected.slice(0, -1);
    return (
      printed.startsWith(stem) ||
      (stem.length >= 5 && editDistance(printed.slice(0, stem.length), stem, 1) <= 1)
    );
  }
  if (printed === expected) return true;
  if (APART.has(printed) && APART.has(expected)) return false;
  const limit = expected.length >= 9 ? 2 : expected.length >= 5 ? 1 : 0;
  return limit > 0 && !/\d/.test(printed) && editDistance(printed, expected, limit) <= limit;
}

/** A whole phrase that OCR changed in few letters; its numbers and the words that mean parties must stand as they are. */
export function phraseSoundsLike(printed: readonly string[], expected: readonly string[]): boolean {
  const phrase = expected.join(' ');
  if (phrase.length < 12 || phrase.includes('*') || printed.length !== expected.length) return false;
  const fixed = expected.every((word, index) => {
    const other = printed[index] ?? '';
    return (
      other === word ||
      (!/\d/.test(word) &&
        !(APART.has(other) && APART.has(word)) &&
        editDistance(other, word, 2) <= (word.length < 4 ? 1 : 2))
    );
  });
  const limit = Math.floor(phrase.length / 10);
  return fixed && editDistance(printed.join(' '), phrase, limit) <= limit;
}
