import { addMs, type Instant } from '../../shared/clock.ts';
import type { SignedRoot } from '../contracts.ts';
import { addendumKey, dayPath, isAddendumKey, rootKey } from '../domain/archive-keys.ts';
import { merkleRoot } from '../domain/merkle-root.ts';
import { hashOfDocument, linesOf, parseRoot, rootText } from '../domain/signed-root.ts';
import type { Late } from '../domain/late-objects.ts';
import type { Archive } from './archive.ts';
import type { Sign } from './root-signer.ts';

const dayMs = 24 * 3600_000;

/** What the archive holds of the days from `since` to `until`. */
export interface Book {
  /** Roots and addenda by key. */
  documents: Map<string, SignedRoot>;
  /** Archived objects, in order. */
  objects: string[];
}

export async function readBook(archive: Archive, since: Instant, until: Instant): Promise<Book> {
  const book: Book = { documents: new Map(), objects: [] };
  for (let day = since; dayPath(day) <= dayPath(until); day = addMs(day, dayMs)) {
    const [roots, objects] = await Promise.all([
      archive.list(`roots/${dayPath(day)}/`),
      archive.list(`ledger/${dayPath(day)}/`),
    ]);
    const read = await Promise.all(
      roots.map(async (key) => [key, parseRoot(await archive.read(key))] as const),
    );
    for (const [key, document] of read) if (document) book.documents.set(key, document);
    book.objects.push(...objects);
  }
  return book;
}

/** Addenda that no root names yet: the next root does. */
export function unnamedAddenda({ documents }: Book): string[] {
  const named = new Set([...documents.values()].flatMap(({ addenda = [] }) => addenda.map(({ key }) => key)));
  return [...documents.keys()].filter((key) => isAddendumKey(key) && !named.has(key)).toSorted();
}

interface Writes {
  archive: Archive;
  sign: Sign;
}

/** Signs an hour, naming the root before it and the addenda given. Undefined where the hour is signed already. */
export async function signHour(
  hour: string,
  objects: readonly string[],
  { earlier, addenda }: { earlier: string | undefined; addenda: readonly string[] },
  { archive, sign }: Writes,
): Promise<SignedRoot | undefined> {
  const named = await Promise.all(
    addenda.map(async (key) => ({ key, hash: hashOfDocument(await archive.read(key)) })),
  );
  return written(
    rootKey(hour),
    {
      hour,
      ...(await contentOf(objects, archive)),
      previous: earlier === undefined ? null : hashOfDocument(await archive.read(earlier)),
      ...(named.length === 0 ? {} : { addenda: named }),
    },
    { archive, sign },
  );
}

/** Signs what came after the hour's root: the next addendum of that hour. Undefined where another run has just written it. */
export async function signLate(
  { hour, objects, addenda }: Late,
  { archive, sign }: Writes,
): Promise<SignedRoot | undefined> {
  const before = addenda === 0 ? rootKey(hour) : addendumKey(hour, addenda);
  return written(
    addendumKey(hour, addenda + 1),
    {
      hour,
      ...(await contentOf(objects, archive)),
      previous: hashOfDocument(await archive.read(before)),
      addendum: addenda + 1,
    },
    { archive, sign },
  );
}

async function contentOf(objects: readonly string[], archive: Archive) {
  const texts: string[] = [];
  for (const object of objects) texts.push(await archive.read(object));
  const lines = linesOf(texts);
  return { objects: [...objects], entries: lines.length, merkleRoot: merkleRoot(lines) };
}

async function written(
  key: string,
  root: Omit<SignedRoot, 'signature'>,
  { archive, sign }: Writes,
): Promise<SignedRoot | undefined> {
  const unsigned = { algorithm: 'ECDSA_SHA_256', keyId: '', publicKey: '', value: '' } as const;
  const signed = { ...root, signature: await sign(rootText({ ...root, signature: unsigned })) };
  const outcome = await archive.put(key, `${JSON.stringify(signed)}\n`);
  return outcome === 'written' ? signed : undefined;
}
