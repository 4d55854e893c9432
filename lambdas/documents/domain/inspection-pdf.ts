/**
 * What a PDF holds, by walking its bytes and not its cross-reference table: an attacker writes the table.
 * Nothing is drawn; every stream is unpacked to a cap and dropped.
 */
import type { FileLimits } from './file-limits.ts';
import type { ActiveContent, RefusalReason } from './inspection-verdict.ts';
import { jpegFacts } from './inspection-images.ts';
import { decodeStream } from './pdf-filters.ts';

export interface PdfStructure {
  activeContent: readonly ActiveContent[];
  /** Where the last `%%EOF` ends. */
  end: number;
}

const ACTIVE: readonly (readonly [ActiveContent, RegExp])[] = [
  ['javascript', /\/(?:JavaScript|JS)\b/],
  ['launch', /\/S\s*\/Launch\b/],
  ['embedded-file', /\/EmbeddedFiles?\b/],
  ['remote-action', /\/S\s*\/(?:SubmitForm|ImportData|GoToR|GoToE)\b/],
  ['rich-media', /\/(?:RichMedia|Movie|Sound|3D)\b/],
];

/** `12 0 obj`, or a trailer's dictionary. */
const OBJECT_START = /\b\d{1,10}\s+\d{1,5}\s+obj\b|\btrailer\b/g;
const STREAM_OR_END = /\bstream(?:\r\n|\n|\r)|\bendobj\b|\btrailer\b/g;

/** The caps used up so far, over the whole file. */
interface Budget {
  objects: number;
  decodedBytes: number;
}

export function inspectPdfStructure(
  bytes: Uint8Array,
  limits: FileLimits['pdf'],
): PdfStructure | RefusalReason {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const active = new Set<ActiveContent>();
  const budget: Budget = { objects: 0, decodedBytes: 0 };
  const starts = new RegExp(OBJECT_START);
  for (let start = starts.exec(text); start; start = starts.exec(text)) {
    budget.objects += 1;
    const found = inspectObject(text, bytes, starts.lastIndex, active, budget, limits);
    if (typeof found === 'string') return found;
    starts.lastIndex = found.next;
  }
  if (budget.objects === 0) return 'corrupt';
  const end = text.lastIndexOf('%%EOF');
  return { activeContent: [...active], end: end < 0 ? bytes.length : end + 5 };
}

function inspectObject(
  text: string,
  bytes: Uint8Array,
  from: number,
  active: Set<ActiveContent>,
  budget: Budget,
  limits: FileLimits['pdf'],
): { next: number } | RefusalReason {
  if (budget.objects > limits.maxObjects) return 'too-complex';
  const boundary = new RegExp(STREAM_OR_END);
  boundary.lastIndex = from;
  const stop = boundary.exec(text);
  const dictionary = unescapeNames(text.slice(from, stop?.index ?? Math.min(text.length, from + 65_536)));
  noteActiveContent(dictionary, active);
  if (/\/Encrypt\b/.test(dictionary)) return 'encrypted';
  if (!stop?.[0].startsWith('stream')) return { next: stop?.index ?? text.length };
  const data = streamData(text, bytes, dictionary, boundary.lastIndex);
  return (
    inspectStream(dictionary, data, active, budget, limits) ?? { next: boundary.lastIndex + data.length }
  );
}

/** The stated length where the stream really ends there, else up to the next `endstream`. */
function streamData(text: string, bytes: Uint8Array, dictionary: string, start: number): Uint8Array {
  const stated = /\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary);
  const end = start + Number(stated?.[1] ?? 0);
  if (stated && /^\s*endstream/.test(text.slice(end, end + 20))) return bytes.subarray(start, end);
  const found = text.indexOf('endstream', start);
  return bytes.subarray(start, found < 0 ? bytes.length : found);
}

function inspectStream(
  dictionary: string,
  data: Uint8Array,
  active: Set<ActiveContent>,
  budget: Budget,
  limits: FileLimits['pdf'],
): RefusalReason | undefined {
  const filters = filtersOf(dictionary);
  if (filters.length > limits.maxFilters) return 'too-complex';
  const isPicture = /\/Subtype\s*\/Image\b/.test(dictionary);
  const pixels = numberIn(dictionary, 'Width') * numberIn(dictionary, 'Height');
  if (isPicture && pixels > limits.maxImagePixels) return 'picture-too-large';
  // a picture may unpack to its own size (up to four channels of 16 bits), anything else to the common cap
  const cap = isPicture ? Math.min(pixels * 8 + 65_536, limits.maxImagePixels * 4) : limits.maxStreamBytes;
  const decoded = decodeStream(data, filters, cap);
  if (decoded === 'over-cap') return 'expands-too-far';
  if (decoded === 'picture') return innerPictureTooLarge(data, limits) ? 'picture-too-large' : undefined;
  if (decoded === 'unreadable') return undefined;
  budget.decodedBytes += decoded.bytes.length;
  if (budget.decodedBytes > limits.maxDecodedBytes) return 'expands-too-far';
  return isPicture ? undefined : inspectDecoded(dictionary, decoded.bytes, active, budget, limits);
}

/** Object streams hold more dictionaries; content streams may hold pictures of their own (`BI … ID`). */
function inspectDecoded(
  dictionary: string,
  bytes: Uint8Array,
  active: Set<ActiveContent>,
  budget: Budget,
  limits: FileLimits['pdf'],
): RefusalReason | undefined {
  if (/\/Type\s*\/ObjStm\b/.test(dictionary)) {
    budget.objects += numberIn(dictionary, 'N');
    noteActiveContent(unescapeNames(Buffer.from(bytes).toString('latin1')), active);
    return budget.objects > limits.maxObjects ? 'too-complex' : undefined;
  }
  if (/\/(?:FontFile\d?|Type1C|Length1)\b/.test(dictionary)) return undefined;
  const content = Buffer.from(bytes).toString('latin1');
  for (const [, inline = ''] of content.matchAll(/\bBI\b([^\0]{0,500}?)\bID\b/g)) {
    const pixels =
      (numberIn(inline, 'W') || numberIn(inline, 'Width')) *
      (numberIn(inline, 'H') || numberIn(inline, 'Height'));
    if (pixels > limits.maxImagePixels) return 'picture-too-large';
  }
  return undefined;
}

/** A JPEG inside may be larger than its dictionary says. */
function innerPictureTooLarge(data: Uint8Array, limits: FileLimits['pdf']): boolean {
  if (data[0] !== 0xff || data[1] !== 0xd8) return false;
  const facts = jpegFacts(data);
  return facts !== undefined && facts.widthPx * facts.heightPx > limits.maxImagePixels;
}

function filtersOf(dictionary: string): string[] {
  const stated = /\/Filter\s*(?:\[([^\]]*)\]|\/(\w+))/.exec(dictionary);
  return [...(stated?.[1] ?? `/${stated?.[2] ?? ''}`).matchAll(/\/(\w+)/g)].map(([, name]) => name ?? '');
}

function numberIn(dictionary: string, key: string): number {
  return Number(new RegExp(`/${key}\\s+(\\d{1,10})\\b`).exec(dictionary)?.[1] ?? 0);
}

function noteActiveContent(dictionary: string, active: Set<ActiveContent>): void {
  for (const [kind, pattern] of ACTIVE) if (pattern.test(dictionary)) active.add(kind);
}

/** `/J#61vaScript` is `/JavaScript` (7.3.5). */
function unescapeNames(dictionary: string): string {
  if (!dictionary.includes('#')) return dictionary;
  return dictionary.replaceAll(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
}
