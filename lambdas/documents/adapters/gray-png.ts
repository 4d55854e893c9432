import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const GREY_8_BIT = [8, 0, 0, 0, 0];
const FILTER_UP = 2;

/** One byte per pixel, rows from the top. */
export interface GrayImage {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** An 8-bit grey PNG (PNG specification, 5.3 and 11.2), compressed for speed: it is sent once and thrown away. */
export function encodeGrayPng({ width, height, pixels }: GrayImage): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set(GREY_8_BIT, 8);
  const data = deflateSync(filterUp({ width, height, pixels }), { level: 3 });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Each byte as its difference from the one above: rows of a page are much alike. */
function filterUp({ width, height, pixels }: GrayImage): Uint8Array {
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    const out = y * (width + 1);
    rows[out] = FILTER_UP;
    for (let x = 0; x < width; x += 1) {
      const above = y === 0 ? 0 : (pixels[(y - 1) * width + x] ?? 0);
      rows[out + 1 + x] = (pixels[y * width + x] ?? 0) - above;
    }
  }
  return rows;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
