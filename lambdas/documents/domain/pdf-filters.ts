/** Decodes a PDF stream (ISO 32000-2, 7.4) only to learn what it grows to, never beyond a cap. */
import { constants, inflateSync } from 'node:zlib';

export type Decoded = { bytes: Uint8Array } | 'over-cap' | 'picture' | 'unreadable';

type Decode = (data: Uint8Array, cap: number) => Decoded;

const DECODERS: Readonly<Record<string, Decode>> = {
  FlateDecode: inflate,
  Fl: inflate,
  LZWDecode: unpackLzw,
  LZW: unpackLzw,
  ASCIIHexDecode: (data) => ({ bytes: Buffer.from(latin1(data).replaceAll(/[^0-9a-fA-F]/g, ''), 'hex') }),
  AHx: (data) => ({ bytes: Buffer.from(latin1(data).replaceAll(/[^0-9a-fA-F]/g, ''), 'hex') }),
  ASCII85Decode: unpackAscii85,
  A85: unpackAscii85,
  RunLengthDecode: unpackRuns,
  RL: unpackRuns,
};

/** `picture`: what is left is a picture of its own format (DCT, JPX, CCITT, JBIG2), whose size its header states. */
export function decodeStream(data: Uint8Array, filters: readonly string[], cap: number): Decoded {
  let bytes = data;
  for (const filter of filters) {
    const decode = DECODERS[filter];
    if (!decode) return filter === 'Crypt' ? 'unreadable' : 'picture';
    const decoded = decode(bytes, cap);
    if (typeof decoded === 'string') return decoded;
    if (decoded.bytes.length > cap) return 'over-cap';
    ({ bytes } = decoded);
  }
  return { bytes };
}

const latin1 = (data: Uint8Array) =>
  Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('latin1');

/** A stream that breaks off is decoded as far as it goes, as every PDF reader does. */
function inflate(data: Uint8Array, cap: number): Decoded {
  try {
    return { bytes: inflateSync(data, { maxOutputLength: cap, finishFlush: constants.Z_SYNC_FLUSH }) };
  } catch (error) {
    return error instanceof RangeError ? 'over-cap' : 'unreadable';
  }
}

function unpackAscii85(data: Uint8Array, cap: number): Decoded {
  const text = latin1(data).split('~>', 1)[0]?.replaceAll(/\s/g, '') ?? '';
  const bytes = Buffer.alloc(Math.min(cap, text.length * 4) + 4);
  let [size, value, digits] = [0, 0, 0];
  for (const character of text) {
    if (size > cap) return 'over-cap';
    if (character === 'z' && digits === 0) size += 4;
    else {
      value = value * 85 + character.charCodeAt(0) - 33;
      digits += 1;
    }
    if (digits === 5) {
      bytes.writeUInt32BE(wrapped(value), size);
      [size, value, digits] = [size + 4, 0, 0];
    }
  }
  if (digits > 1) {
    for (let missing = digits; missing < 5; missing += 1) value = value * 85 + 84;
    bytes.writeUInt32BE(wrapped(value), size);
    size += digits - 1;
  }
  return size > cap ? 'over-cap' : { bytes: bytes.subarray(0, size) };
}

/** Digits outside the alphabet may take a group beyond 32 bits on either side; such a group decodes to something, never to a failure. */
const wrapped = (value: number) => ((value % 2 ** 32) + 2 ** 32) % 2 ** 32;

function unpackRuns(data: Uint8Array, cap: number): Decoded {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let at = 0; at < data.length;) {
    const length = data[at] ?? 128;
    if (length === 128) break;
    const part =
      length < 128
        ? data.subarray(at + 1, at + 2 + length)
        : new Uint8Array(257 - length).fill(data[at + 1] ?? 0);
    at += length < 128 ? length + 2 : 2;
    size += part.length;
    if (size > cap) return 'over-cap';
    parts.push(part);
  }
  return { bytes: Buffer.concat(parts) };
}

const CLEAR = 256;
const END = 257;
const MAX_CODES = 4096 - 258;

/** Early change, 9 to 12 bits (7.4.4.2). Each code's text is kept as start and length in the output. */
function unpackLzw(data: Uint8Array, cap: number): Decoded {
  let output = new Uint8Array(Math.min(cap, data.length * 4 + 4096));
  let size = 0;
  let table: { start: number; length: number }[] = [];
  let [width, bits, held] = [9, 0, 0];
  let previous: { start: number; length: number } | undefined;
  for (const byte of data) {
    held = ((held << 8) | byte) & 0xffffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    if (code === END) break;
    if (code === CLEAR) {
      [table, width, previous] = [[], 9, undefined];
      continue;
    }
    const known = code < CLEAR ? undefined : table[code - 258];
    if (code > END && !known && !previous) return 'unreadable';
    const length = code < CLEAR ? 1 : (known?.length ?? (previous?.length ?? 0) + 1);
    if (size + length > cap) return 'over-cap';
    if (size + length > output.length) {
      const larger = new Uint8Array(Math.min(cap, Math.max(output.length * 2, size + length)));
      larger.set(output);
      output = larger;
    }
    const from = known?.start ?? previous?.start ?? 0;
    for (let index = 0; index < length; index += 1)
      output[size + index] = code < CLEAR ? code : (output[from + index] ?? 0);
    if (previous && table.length < MAX_CODES)
      table.push({ start: previous.start, length: previous.length + 1 });
    previous = { start: size, length };
    size += length;
    const next = table.length + 258 + 1;
    width = next >= 2048 ? 12 : next >= 1024 ? 11 : next >= 512 ? 10 : 9;
  }
  return { bytes: output.subarray(0, size) };
}
