import { describe, expect, it } from 'vitest';
import { turned, type GrayPicture, type Turn } from '../../../../local/services/textract/gray-picture.ts';
import type { OcrPool, OcrWord, Segmentation } from '../../../../local/services/textract/ocr-pool.ts';
import { merged, readPage } from '../../../../local/services/textract/page-reader.ts';

const word = (text: string, confidence: number, left = 0): OcrWord => ({
  text,
  confidence,
  left,
  top: 0,
  width: 10,
  height: 10,
});
const sure = Array.from({ length: 20 }, (_, index) => word('statement', 96, index * 20));
const blank: GrayPicture = { width: 2000, height: 1000, pixels: new Uint8Array(2_000_000).fill(255) };
const page = { width: 2000, height: 1000, gray: () => Promise.resolve(blank) };

/** Answers by the height and width of the graymap it is given. */
function pool(answer: (size: { width: number; height: number }, segmentation: Segmentation) => OcrWord[]) {
  const asked: string[] = [];
  const read: OcrPool['read'] = (picture, segmentation) => {
    const [width = 0, height = 0] = picture
      .subarray(3, 30)
      .toString('latin1')
      .split('\n', 1)[0]!
      .split(' ')
      .map(Number);
    asked.push(`${segmentation}:${width}x${height}`);
    return Promise.resolve(answer({ width, height }, segmentation));
  };
  return { asked, read, stop: () => Promise.resolve() };
}

describe('reading one page', () => {
  it('reads a page once that is sure of all its figures', async () => {
    const ocr = pool(() => [...sure, word('4,180.00', 88, 600)]);
    expect((await readPage(page, ocr)).words).toHaveLength(21);
    expect(ocr.asked).toEqual(['11:2000x1000']);
  });

  it.each([
    ['one unsure figure', [...sure, word('4,180.00', 87, 600)]],
    ['words of 94 on average', sure.map((found) => ({ ...found, confidence: 94 }))],
    ['few words', sure.slice(0, 11)],
  ])('reads a page with %s in both ways, since either may miss whole lines', async (_, words) => {
    const ocr = pool(() => words);
    await readPage(page, ocr);
    expect(ocr.asked.slice(0, 2)).toEqual(['11:2000x1000', '3:2000x1000']);
  });

  it('trusts little in a figure that the two ways read differently, and prefers the one shaped like an amount', () => {
    const merge = (one: string, other: string) =>
      merged([...sure, word(one, 93, 600)], [word(other, 91, 600)]).find(({ left }) => left === 600);
    expect(merge('4,180.00', '4,160.00')?.confidence).toBe(50);
    expect(merge('$45243', '$452.43')).toMatchObject({ text: '$452.43', confidence: 50 });
    expect(merge('320.00', '320.00')?.confidence).toBe(93);
  });

  it('tries a second way when unsure, and keeps from it what the first had not seen', async () => {
    const ocr = pool((_, segmentation) =>
      segmentation === '11'
        ? sure.slice(0, 15).map((found) => ({ ...found, confidence: 80 }))
        : [word('statement', 79, 0), word('seen', 80, 900)],
    );
    const { words, turn } = await readPage(page, ocr);
    expect(words.map(({ text }) => text)).toContain('seen');
    expect(words.filter(({ left }) => left === 0)).toHaveLength(1);
    expect(turn).toBe(0);
  });

  it('turns a page that says nothing until it reads, and reports the turn', async () => {
    const ocr = pool(({ width, height }) => (height > width ? sure : [word('|', 20)]));
    const found = await readPage(page, ocr);
    expect(found.turn).toBe(90);
    expect(found.aspect).toBeCloseTo(0.5, 1);
    expect(found.words).toHaveLength(20);
  });

  it('grows a small picture before it reads it', async () => {
    const small = {
      width: 700,
      height: 350,
      gray: () => Promise.resolve({ width: 700, height: 350, pixels: new Uint8Array(245_000) }),
    };
    const ocr = pool(() => sure);
    await readPage(small, ocr);
    expect(ocr.asked).toEqual(['11:2550x1275']);
  });

  it('calls a broken picture a bad document', async () => {
    const broken = { width: 2000, height: 1000, gray: () => Promise.reject(new Error('crc')) };
    await expect(
      readPage(
        broken,
        pool(() => sure),
      ),
    ).rejects.toMatchObject({ code: 'BadDocumentException' });
  });
});

describe('two readings of one page', () => {
  it('give each place on the page to one of them', () => {
    const both = merged(
      [word('12,000.00', 95)],
      [word('12,0O0.00', 60), word('NEW', 70, 40), word('~', 10, 80)],
    );
    expect(both.map(({ text }) => text)).toEqual(['12,000.00', 'NEW']);
  });
});

describe('a picture turned', () => {
  const picture = { width: 3, height: 2, pixels: Uint8Array.from([1, 2, 3, 4, 5, 6]) };

  it('by a quarter clockwise has its left column on top', () => {
    expect(turned(picture, 90)).toEqual({ width: 2, height: 3, pixels: Uint8Array.from([4, 1, 5, 2, 6, 3]) });
  });

  it.each([
    [90, 270],
    [180, 180],
    [270, 90],
  ] as [Turn, Turn][])('by %i and then by %i is itself', (one, other) => {
    expect(turned(turned(picture, one), other)).toEqual(picture);
  });
});
