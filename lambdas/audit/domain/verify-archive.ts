import type { SignedRoot } from '../contracts.ts';
import { hourOfKey, isAddendumKey, isRootKey } from './archive-keys.ts';
import { hashOfDocument, parseRoot } from './signed-root.ts';
import { verifyHour } from './verify-hour.ts';

export interface ArchiveVerdict {
  verified: boolean;
  hours: number;
  addenda: number;
  /** Entries under a signature. */
  entries: number;
  /** Objects that no document names yet. */
  unsigned: string[];
  breaks: string[];
  /** The signed lines, for finding an entry in them. */
  lines: string[];
}

const hourMs = 3600_000;

/** Checks a copy of the whole archive: each hour by itself, and the chain of roots and addenda from the first to the last. */
export function verifyArchive(files: ReadonlyMap<string, string>, publishedKey?: string): ArchiveVerdict {
  const hours = [...new Set([...files.keys()].map((key) => hourOfKey(key)))]
    .filter((hour) => hour !== undefined)
    .toSorted();
  const verdicts = hours.map((hour) => verifyHour(hour, files, publishedKey));
  const breaks = [...verdicts.flatMap((verdict) => verdict.breaks), ...chainBreaks(files)];
  const lines = verdicts.flatMap((verdict) => verdict.lines);
  return {
    verified: breaks.length === 0,
    hours: verdicts.filter(({ signed }) => signed).length,
    addenda: verdicts.reduce((sum, { addenda }) => sum + addenda, 0),
    entries: lines.length,
    unsigned: verdicts.flatMap((verdict) => verdict.unsigned),
    breaks,
    lines,
  };
}

/** Roots follow hour upon hour, each names the one before; an addendum that a root names must be there as it was. */
function chainBreaks(files: ReadonlyMap<string, string>): string[] {
  const keys = [...files.keys()].filter((key) => isRootKey(key)).toSorted();
  const breaks: string[] = [];
  let earlier: string | undefined;
  for (const key of keys) {
    const root = parseRoot(files.get(key) ?? '');
    if (root !== undefined) breaks.push(...linkBreaks(key, root, earlier, files));
    earlier = key;
  }
  return breaks;
}

function linkBreaks(
  key: string,
  root: SignedRoot,
  earlier: string | undefined,
  files: ReadonlyMap<string, string>,
): string[] {
  const breaks: string[] = [];
  const expected = earlier === undefined ? root.previous : hashOfDocument(files.get(earlier) ?? '');
  if (root.previous !== expected) breaks.push(`${key} does not link to the root before it`);
  if (earlier !== undefined && startOf(key) - startOf(earlier) !== hourMs)
    breaks.push(`between ${earlier} and ${key} hours are missing`);
  for (const { key: addendum, hash } of root.addenda ?? []) {
    const text = files.get(addendum);
    // A copy may begin later than the archive: what lies before its first root is not in it.
    if (text === undefined && earlier === undefined) continue;
    if (text === undefined) breaks.push(`${addendum} is missing, ${key} names it`);
    else if (!isAddendumKey(addendum) || hashOfDocument(text) !== hash)
      breaks.push(`${addendum} is not the one that ${key} names`);
  }
  return breaks;
}

const startOf = (key: string): number => Date.parse(`${hourOfKey(key) ?? ''}:00:00.000Z`);
