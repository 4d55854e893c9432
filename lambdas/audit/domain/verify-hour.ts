import { createVerify } from 'node:crypto';
import type { SignedRoot } from '../contracts.ts';
import { addendumKey, hourPath, rootKey } from './archive-keys.ts';
import { merkleRoot } from './merkle-root.ts';
import { hashOfDocument, linesOf, parseRoot, rootText } from './signed-root.ts';

export interface HourVerdict {
  hour: string;
  /** Whether the hour has a root at all. */
  signed: boolean;
  addenda: number;
  /** What does not fit, in words. */
  breaks: string[];
  /** Archived lines that a root or an addendum covers. */
  lines: string[];
  /** Objects of the hour that no document names: the next run signs them, as late ones. */
  unsigned: string[];
}

/** Checks one hour of the archive: its root, its addenda in their chain, every object that they name. `files` holds texts by key. */
export function verifyHour(
  hour: string,
  files: ReadonlyMap<string, string>,
  publishedKey?: string,
): HourVerdict {
  const verdict: HourVerdict = { hour, signed: false, addenda: 0, breaks: [], lines: [], unsigned: [] };
  const named = new Set<string>();
  const documents = documentKeys(hour, files);
  for (const [index, key] of documents.entries()) {
    const document = parseRoot(files.get(key) ?? '');
    if (document === undefined) {
      verdict.breaks.push(`${key} cannot be read`);
      continue;
    }
    verdict.breaks.push(...documentBreaks(key, index, document, { files, documents, hour, publishedKey }));
    verdict.lines.push(...linesOf(document.objects.map((object) => files.get(object) ?? '')));
    for (const object of document.objects) named.add(object);
  }
  verdict.signed = documents[0] === rootKey(hour);
  verdict.addenda = documents.length - (verdict.signed ? 1 : 0);
  if (!verdict.signed && verdict.addenda > 0)
    verdict.breaks.push(`${rootKey(hour)} is missing, its addenda are there`);
  verdict.unsigned = [...files.keys()].filter(
    (key) => key.startsWith(`ledger/${hourPath(hour)}/`) && !named.has(key),
  );
  return verdict;
}

const documentKeys = (hour: string, files: ReadonlyMap<string, string>): string[] =>
  [...files.keys()].filter((key) => key.startsWith(`roots/${hourPath(hour)}.`)).toSorted();

interface Within {
  files: ReadonlyMap<string, string>;
  documents: readonly string[];
  hour: string;
  publishedKey: string | undefined;
}

function documentBreaks(
  key: string,
  index: number,
  document: SignedRoot,
  { files, documents, hour, publishedKey }: Within,
): string[] {
  const breaks: string[] = [];
  const { addendum } = document;
  if (
    document.hour !== hour ||
    key !== (addendum === undefined ? rootKey(hour) : addendumKey(hour, addendum))
  )
    breaks.push(`${key} was signed as another document`);
  if (!isSigned(document, publishedKey ?? document.signature.publicKey))
    breaks.push(`${key}: the signature is not valid`);
  if (
    addendum !== undefined &&
    document.previous !== hashOfDocument(files.get(documents[index - 1] ?? '') ?? '')
  )
    breaks.push(`${key} does not link to the document before it`);
  const gone = document.objects.filter((object) => !files.has(object));
  breaks.push(...gone.map((object) => `${object} is missing`));
  const lines = linesOf(document.objects.map((object) => files.get(object) ?? ''));
  if (gone.length === 0 && (lines.length !== document.entries || merkleRoot(lines) !== document.merkleRoot))
    breaks.push(`${key}: what it covers was changed`);
  return breaks;
}

function isSigned(document: SignedRoot, publicKey: string): boolean {
  try {
    return createVerify('sha256')
      .update(rootText(document))
      .verify(publicKey, document.signature.value, 'base64');
  } catch {
    return false; // a key or signature that cannot be read proves nothing
  }
}
