import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectWords, pageWordsOf } from '../../../../lambdas/documents/adapters/textract-words.ts';

const page = { pageNumber: 4, aspect: 0.5 };

function word(Text: string, corners: [number, number][]) {
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [Left, Top] = [Math.min(...xs), Math.min(...ys)];
  const BoundingBox = { Left, Top, Width: Math.max(...xs) - Left, Height: Math.max(...ys) - Top };
  return {
    BlockType: 'WORD',
    Text,
    Confidence: 97.5,
    Geometry: { BoundingBox, Polygon: corners.map(([X, Y]) => ({ X, Y })) },
  };
}

const failing = (name: string) =>
  ({ send: () => Promise.reject(Object.assign(new Error('no'), { name })) }) as never;

describe('the words of a DetectDocumentText reply', () => {
  it('are the WORD blocks with their boxes; nulls are as absent', () => {
    const upright = word('Gross', [
      [0.1, 0.2],
      [0.3, 0.2],
      [0.3, 0.25],
      [0.1, 0.25],
    ]);
    const found = pageWordsOf(
      {
        Blocks: [
          { BlockType: 'PAGE', Text: null },
          upright,
          { BlockType: 'WORD', Text: 'lost', Geometry: null },
        ],
      },
      page,
    );
    expect(found).toMatchObject({ pageNumber: 4, engine: 'textract-detect', aspect: 0.5, turn: 0 });
    expect(found.words).toHaveLength(1);
    expect(found.words[0]).toMatchObject({ text: 'Gross', confidence: 97.5, box: { left: 0.1, top: 0.2 } });
  });

  it('stand on the upright page when the picture was taken sideways', () => {
    // reads upwards along the left edge: the page must be turned clockwise
    const sideways = word('PASSPORT', [
      [0.1, 0.9],
      [0.1, 0.5],
      [0.15, 0.5],
      [0.15, 0.9],
    ]);
    const found = pageWordsOf({ Blocks: [sideways] }, page);
    expect(found).toMatchObject({ turn: 90, aspect: 2 });
    const box = found.words[0]!.box;
    expect([box.left, box.top, box.width, box.height].map((share) => Number(share.toFixed(3)))).toEqual([
      0.1, 0.1, 0.4, 0.05,
    ]);
  });

  it.each([
    ['ThrottlingException', 'TextractUnavailable', 'unavailable'],
    ['TimeoutError', 'TextractUnavailable', 'unavailable'],
    ['UnsupportedDocumentException', 'PageNotReadable', 'invalid'],
  ])('become %s -> %s: no answer is never a statement about the page', async (name, code, kind) => {
    await expect(detectWords(failing(name), { bytes: new Uint8Array(1) }, page)).rejects.toMatchObject({
      code,
      kind,
    });
  });

  const recorded = path.resolve(import.meta.dirname, '../../../../../shared/documents/textract-responses');
  it.skipIf(!existsSync(recorded))(
    'are read from recorded replies, explicit nulls included (skipped where ../shared is absent)',
    () => {
      for (const file of ['detect-document-text.json', 'get-document-text-detection-bank-statement.json']) {
        const found = pageWordsOf(JSON.parse(readFileSync(path.join(recorded, file), 'utf8')), page);
        expect(found.words.length).toBeGreaterThan(40);
        expect(found.turn).toBe(0);
      }
    },
  );
});
