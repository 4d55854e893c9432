import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeStream } from '../../../../lambdas/documents/domain/pdf-filters.ts';

const bytesOf = (decoded: ReturnType<typeof decodeStream>) =>
  typeof decoded === 'string' ? decoded : Buffer.from(decoded.bytes).toString('latin1');
const latin1 = (text: string) => Buffer.from(text, 'latin1');

describe('a stream of a PDF', () => {
  it.each([
    ['ASCIIHexDecode', '48 65 6c6C 6f>', 'Hello'],
    ['ASCII85Decode', '87cURD]i,"Ebo80~>', 'Hello World!'],
    ['ASCII85Decode', 'z~>', '\0\0\0\0'],
    ['RunLengthDecode', '\x02abc\xfed\x80', 'abcddd'],
    // the worked example of ISO 32000-2, 7.4.4.2
    ['LZWDecode', '\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01', '-----A---B'],
  ])('is decoded by %s', (filter, coded, plain) => {
    expect(bytesOf(decodeStream(latin1(coded), [filter], 1000))).toBe(plain);
  });

  it('is decoded through several filters in turn', () => {
    const coded = deflateSync(deflateSync('twice'));
    expect(bytesOf(decodeStream(coded, ['Fl', 'FlateDecode'], 1000))).toBe('twice');
  });

  it('is read as far as it goes when it breaks off', () => {
    const whole = deflateSync(Buffer.alloc(10_000, 'abc'), { level: 0 });
    expect(bytesOf(decodeStream(whole.subarray(0, 5000), ['FlateDecode'], 20_000))).toMatch(/^abcabc/);
  });

  it('never grows beyond its cap, whatever the filters', () => {
    const filters = fc.array(fc.constantFrom('FlateDecode', 'LZWDecode', 'A85', 'AHx', 'RL'), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        filters,
        fc.integer({ min: 1, max: 300 }),
        (data, names, cap) => {
          const decoded = decodeStream(data, names, cap);
          expect(typeof decoded === 'string' ? 0 : decoded.bytes.length).toBeLessThanOrEqual(cap);
        },
      ),
    );
  });

  it('gives back what was deflated, or says that it is over the cap', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), fc.integer({ min: 1, max: 2000 }), (data, cap) => {
        const decoded = decodeStream(deflateSync(data), ['FlateDecode'], cap);
        expect(decoded).toEqual(data.length > cap ? 'over-cap' : { bytes: Buffer.from(data) });
      }),
    );
  });

  it('stops before a picture of its own format', () => {
    expect(decodeStream(deflateSync('jpeg'), ['FlateDecode', 'DCTDecode'], 100)).toBe('picture');
  });
});
