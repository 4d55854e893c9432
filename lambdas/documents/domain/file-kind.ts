/** What a file is by its first bytes, whatever its name and declaration say. */
export type FileKind = 'pdf' | 'png' | 'jpeg' | 'tiff' | 'heic' | 'unknown';

export const ACCEPTED_TYPES = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/tiff': 'tiff',
} as const satisfies Record<string, FileKind>;

export type AcceptedType = keyof typeof ACCEPTED_TYPES;

/** ISO 23008-12, clause 10: brands of the HEIF family, as cameras write them. */
const HEIF_BRANDS = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1', 'avif', 'avis']);

const SIGNATURES: readonly (readonly [FileKind, string])[] = [
  ['png', '\x89PNG\r\n\x1a\n'],
  ['jpeg', '\xff\xd8\xff'],
  ['tiff', 'II*\0'],
  ['tiff', 'MM\0*'],
];

/** A PDF's header may follow a byte order mark and blanks, nothing else: other bytes before it belong to another format. */
const PDF_HEADER = /^(?:\xef\xbb\xbf)?[\s\0]{0,1024}%PDF-\d/;

export function fileKind(bytes: Uint8Array): FileKind {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1100)).toString('latin1');
  if (PDF_HEADER.test(head)) return 'pdf';
  const signed = SIGNATURES.find(([, signature]) => head.startsWith(signature));
  if (signed) return signed[0];
  return head.slice(4, 8) === 'ftyp' && HEIF_BRANDS.has(head.slice(8, 12)) ? 'heic' : 'unknown';
}

/** Starts of formats that hide behind the end of a document: an archive, a program, a page with script. */
const STOWAWAYS = ['PK\x03\x04', 'MZ', '\x7fELF', '%PDF-', '<html', '<script', '<?php', 'Rar!', '7z\xbc\xaf'];

/** True when the bytes after a document's own end begin another format. */
export function carriesStowaway(bytes: Uint8Array, end: number): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset + end, Math.min(bytes.length - end, 4096))
    .toString('latin1')
    .trimStart();
  return STOWAWAYS.some((start) => tail.toLowerCase().startsWith(start.toLowerCase()));
}
