import { inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  encrypted: boolean;
  /** @throws on damage, on a method that is not stored or deflate, and beyond the length given. */
  unpack(mostBytes: number): Buffer;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;

/** Entries by the central directory (APPNOTE 4.3.12). What cannot be read, a zip64 archive among it, is an entry that throws when unpacked. */
export function zipEntries(archive: Buffer): ZipEntry[] {
  const end = endRecord(archive);
  if (end === undefined) return [{ encrypted: false, unpack: damaged }];
  const count = archive.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== CENTRAL)
      return [...entries, { encrypted: false, unpack: damaged }];
    entries.push(entryAt(archive, at));
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

function entryAt(archive: Buffer, at: number): ZipEntry {
  const flags = archive.readUInt16LE(at + 8);
  const method = archive.readUInt16LE(at + 10);
  const packedBytes = archive.readUInt32LE(at + 20);
  const local = archive.readUInt32LE(at + 42);
  return {
    encrypted: (flags & 1) === 1,
    unpack: (mostBytes) => {
      const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      const packed = archive.subarray(start, start + packedBytes);
      if (method === 0) return packed;
      if (method !== 8) throw new RangeError(`zip method ${method} is not read`);
      return inflateRawSync(packed, { maxOutputLength: Math.max(1, mostBytes) });
    },
  };
}

function endRecord(archive: Buffer): number | undefined {
  const earliest = Math.max(0, archive.length - END_BYTES - LONGEST_COMMENT);
  for (let at = archive.length - END_BYTES; at >= earliest; at--)
    if (archive.readUInt32LE(at) === END) return at;
  return undefined;
}

function damaged(): never {
  throw new RangeError('the archive has no readable directory');
}
