/** Sizes of pictures from their headers alone: nothing is decoded before its size is known. */
export interface ImageFacts {
  widthPx: number;
  heightPx: number;
  pageCount: number;
  /** Where the picture's own bytes end. */
  end: number;
}

/** PNG specification 11.2.2; the end is the IEND chunk's. */
export function pngFacts(bytes: Uint8Array): ImageFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 45 || view.getUint32(12) !== 0x49484452) return undefined;
  let offset = 8;
  while (offset + 12 <= bytes.length) {
    const next = offset + 12 + view.getUint32(offset);
    if (view.getUint32(offset + 4) === 0x49454e44) {
      return { widthPx: view.getUint32(16), heightPx: view.getUint32(20), pageCount: 1, end: next };
    }
    offset = next;
  }
  return undefined;
}

/** ITU-T T.81 B.2.2: the frame header (SOF0 to SOF15 but DHT, JPG and DAC) holds the size. */
export function jpegFacts(bytes: Uint8Array): ImageFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let offset = 2;
  while (offset + 9 < bytes.length) {
    if (bytes[offset] !== 0xff) return undefined;
    const marker = view.getUint8(offset + 1);
    if (marker === 0xff) offset += 1;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).lastIndexOf(
        Buffer.from([0xff, 0xd9]),
      );
      if (end < offset) return undefined;
      return {
        heightPx: view.getUint16(offset + 5),
        widthPx: view.getUint16(offset + 7),
        pageCount: 1,
        end: end + 2,
      };
    } else offset += 2 + view.getUint16(offset + 2);
  }
  return undefined;
}

const IMAGE_WIDTH = 256;
const IMAGE_LENGTH = 257;
const SHORT = 3;

/** TIFF 6.0, section 2: the largest side of any page, and how many pages there are. A directory that is its own successor ends the count. */
export function tiffFacts(bytes: Uint8Array, maxPages: number): ImageFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  const facts = { widthPx: 0, heightPx: 0, pageCount: 0, end: bytes.length };
  const seen = new Set<number>();
  let directory = bytes.length >= 8 ? view.getUint32(4, little) : 0;
  while (directory !== 0 && facts.pageCount <= maxPages) {
    if (seen.has(directory) || directory + 2 > bytes.length) return undefined;
    seen.add(directory);
    const count = view.getUint16(directory, little);
    if (directory + 2 + count * 12 + 4 > bytes.length) return undefined;
    for (let entry = directory + 2; entry < directory + 2 + count * 12; entry += 12) {
      const tag = view.getUint16(entry, little);
      const value =
        view.getUint16(entry + 2, little) === SHORT
          ? view.getUint16(entry + 8, little)
          : view.getUint32(entry + 8, little);
      if (tag === IMAGE_WIDTH) facts.widthPx = Math.max(facts.widthPx, value);
      if (tag === IMAGE_LENGTH) facts.heightPx = Math.max(facts.heightPx, value);
    }
    facts.pageCount += 1;
    directory = view.getUint32(directory + 2 + count * 12, little);
  }
  return facts.pageCount === 0 ? undefined : facts;
}
