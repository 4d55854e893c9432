import type { Block } from './blocks.ts';
import { geometryOf } from './geometry.ts';
import { hullOf, linesOf } from './lines.ts';
import type { ReadPage, ReadWord } from './page-reader.ts';

/** FORMS, in the plainest sense: `Label: value` on one line. Other layouts of a form are not paired. */
export function formBlocks(
  page: ReadPage,
  wordIds: ReadonlyMap<ReadWord, string>,
  newId: () => string,
): Block[] {
  return linesOf(page).flatMap(({ words }) => {
    const ends = words.flatMap(({ text }, index) => (text.endsWith(':') ? [index] : []));
    return ends.flatMap((end, order) => {
      const from = order === 0 ? 0 : ends[order - 1]! + 2;
      const key = words.slice(Math.min(from, end), end + 1);
      const value = words.slice(end + 1, ends[order + 1] === undefined ? undefined : end + 2);
      return value.length === 0 ? [] : pair(key, value, page, wordIds, newId);
    });
  });
}

function pair(
  key: ReadWord[],
  value: ReadWord[],
  page: ReadPage,
  wordIds: ReadonlyMap<ReadWord, string>,
  newId: () => string,
): Block[] {
  const block = (words: ReadWord[], kind: 'KEY' | 'VALUE', links: Block['Relationships'] = []): Block => {
    const hull = hullOf(words);
    const children = { Type: 'CHILD' as const, Ids: words.map((word) => wordIds.get(word) ?? '') };
    return {
      BlockType: 'KEY_VALUE_SET',
      Id: newId(),
      Confidence: hull.confidence,
      EntityTypes: [kind],
      Geometry: geometryOf(hull, page.turn),
      Relationships: [...links, children],
    };
  };
  const valueBlock = block(value, 'VALUE');
  return [block(key, 'KEY', [{ Type: 'VALUE', Ids: [valueBlock.Id] }]), valueBlock];
}
