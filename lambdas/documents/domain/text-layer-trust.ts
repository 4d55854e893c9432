import type { Word } from './page-words.ts';

/** Whether a PDF's own text may stand for what the page shows. */
export type TextLayerTrust = 'good' | 'absent' | 'suspect';

/** A scanned page with a scanner's stamp or a browser's header line has fewer words than any document we read. */
const FEWEST_WORDS = 15;
/** Characters that a font could not map to Unicode, or that no English form prints. */
const MOST_GARBAGE_SHARE = 0.05;
/** The words of a document spread over the page; a browser's header and footer keep to its edges. */
const EDGE_SHARE = 0.06;

const ORDINARY = /[\p{L}\p{N}\p{P}\p{S}]/u;
const GARBAGE = /[\p{Co}\p{Cn}\p{Cc}\uFFFD\uFFFE\uFFFF]/u;

/**
 * @param unmappedCount characters whose font has no map to Unicode: they draw one thing and say another
 */
export function judgeTextLayer(words: readonly Word[], unmappedCount: number): TextLayerTrust {
  const inner = words.filter(({ box }) => box.top > EDGE_SHARE && box.top + box.height < 1 - EDGE_SHARE);
  if (inner.length < FEWEST_WORDS)
    return words.length === 0 ? 'absent' : inner.length === 0 ? 'absent' : 'suspect';
  const characters = words.flatMap(({ text }) => Array.from(text));
  const garbage = characters.filter(
    (character) => GARBAGE.test(character) || !ORDINARY.test(character),
  ).length;
  if ((garbage + unmappedCount) / characters.length > MOST_GARBAGE_SHARE) return 'suspect';
  return readsAsText(words) ? 'good' : 'suspect';
}

/** A wrong font map gives letters without vowels or words without end ("DWSP"); plain text has both vowels and short words. */
function readsAsText(words: readonly Word[]): boolean {
  const lettered = words
    .map(({ text }) => text.replaceAll(/[^A-Za-z]/g, ''))
    .filter(({ length }) => length >= 4);
  if (lettered.length < FEWEST_WORDS / 3) return true;
  const voweled = lettered.filter((text) => /[aeiouy]/i.test(text)).length;
  return voweled / lettered.length > 0.6;
}
