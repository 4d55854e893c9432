import { describe, expect, it } from 'vitest';
import { jpegFacts, pngFacts, tiffFacts } from '../../../../lambdas/documents/domain/inspection-images.ts';
import { fileKind } from '../../../../lambdas/documents/domain/file-kind.ts';
import { encodeGrayPng } from '../../../../lambdas/documents/adapters/gray-png.ts';

/** Directories of width and height only, each pointing at the next; `loop` points the last back at the first. */
function tiff(sizes: [number, number][], loop = false): Buffer {
  const bytes = Buffer.alloc(8 + sizes.length * 30);
  bytes.write('II*\0', 'latin1');
  bytes.writeUInt32LE(8, 4);
  sizes.forEach(([width, height], index) => {
    const at = 8 + index * 30;
    bytes.writeUInt16LE(2, at);
    [
      [256, width],
      [257, height],
    ].forEach(([tag, value], entry) => {
      bytes.writeUInt16LE(tag!, at + 2 + entry * 12);
      bytes.writeUInt16LE(4, at + 4 + entry * 12);
      bytes.writeUInt32LE(1, at + 6 + entry * 12);
      bytes.writeUInt32LE(value!, at + 10 + entry * 12);
    });
    bytes.writeUInt32LE(index + 1 < sizes.length ? at + 30 : loop ? 8 : 0, at + 26);
  });
  return bytes;
}

describe('a picture by its header', () => {
  it('PNG: size and end', () => {
    const png = encodeGrayPng({ width: 3, height: 2, pixels: new Uint8Array(6) });
    expect(pngFacts(png)).toEqual({ widthPx: 3, heightPx: 2, pageCount: 1, end: png.length });
    expect(pngFacts(png.subarray(0, 40))).toBeUndefined();
  });

  it('JPEG: size from the frame header, behind other segments', () => {
    const jpeg = Buffer.from('ffd8ffe000040000ffc0001108012c01900301220002110103110100ffd9', 'hex');
    expect(jpegFacts(jpeg)).toMatchObject({ widthPx: 400, heightPx: 300, end: jpeg.length });
    expect(jpegFacts(Buffer.from('ffd8ffe0ffff00', 'hex'))).toBeUndefined();
  });

  it('TIFF: the largest page, the number of pages, and no endless chain', () => {
    expect(
      tiffFacts(
        tiff([
          [100, 200],
          [300, 50],
        ]),
        300,
      ),
    ).toMatchObject({ widthPx: 300, heightPx: 200, pageCount: 2 });
    expect(
      tiffFacts(
        tiff(
          [
            [1, 1],
            [1, 1],
          ],
          true,
        ),
        300,
      ),
    ).toBeUndefined();
  });

  it.each([
    ['%PDF-1.7', 'pdf'],
    ['\n\n%PDF-1.4', 'pdf'],
    ['junk%PDF-1.4', 'unknown'],
    ['MM\0*', 'tiff'],
    ['\0\0\0\x18ftypmif1', 'heic'],
    ['\0\0\0\x18ftypmp42', 'unknown'],
    ['\xff\xd8\xff\xe1', 'jpeg'],
  ])('%j is %s', (head, kind) => {
    expect(fileKind(Buffer.from(head, 'latin1'))).toBe(kind);
  });
});
