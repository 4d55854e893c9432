import { geometryOf, type TextractGeometry } from './geometry.ts';
import { linesOf } from './lines.ts';
import type { ReadPage, ReadWord } from './page-reader.ts';

export interface Block {
  BlockType: 'PAGE' | 'LINE' | 'WORD' | 'KEY_VALUE_SET';
  Id: string;
  Confidence?: number;
  Text?: string;
  TextType?: 'PRINTED';
  EntityTypes?: ('KEY' | 'VALUE')[];
  Geometry: TextractGeometry;
  Relationships?: { Type: 'CHILD' | 'VALUE'; Ids: string[] }[];
}

export interface PageBlocks {
  blocks: Block[];
  /** The WORD block of each word that was read. */
  wordIds: ReadonlyMap<ReadWord, string>;
}

/** PAGE, its LINEs in reading order, and then their WORDs: the order that DetectDocumentText answers in. */
export function textBlocks(page: ReadPage, newId: () => string): PageBlocks {
  const wordIds = new Map<ReadWord, string>();
  const lines = linesOf(page).map((line) => {
    const words = line.words.map((word) => {
      const block = readBlock('WORD', word, page, newId());
      wordIds.set(word, block.Id);
      return { ...block, TextType: 'PRINTED' as const };
    });
    const children = { Type: 'CHILD' as const, Ids: words.map(({ Id }) => Id) };
    return { line: { ...readBlock('LINE', line, page, newId()), Relationships: [children] }, words };
  });
  const pageBlock: Block = {
    BlockType: 'PAGE',
    Id: newId(),
    Geometry: geometryOf({ left: 0, top: 0, width: 1, height: 1 }, 0),
    ...(lines.length > 0 && { Relationships: [{ Type: 'CHILD', Ids: lines.map(({ line }) => line.Id) }] }),
  };
  return {
    blocks: [pageBlock, ...lines.map(({ line }) => line), ...lines.flatMap(({ words }) => words)],
    wordIds,
  };
}

function readBlock(BlockType: 'LINE' | 'WORD', word: ReadWord, { turn }: ReadPage, Id: string): Block {
  return { BlockType, Confidence: word.confidence, Text: word.text, Geometry: geometryOf(word, turn), Id };
}
