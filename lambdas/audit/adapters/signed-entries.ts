import canonicalize from 'canonicalize';
import { addMs, type Clock, type Instant } from '../../shared/clock.ts';
import type { AuditEntry } from '../contracts.ts';
import { dayPath, hourPath, isRootKey, rootKey } from '../domain/archive-keys.ts';
import { type HourVerdict, verifyHour } from '../domain/verify-hour.ts';
import type { Archive } from './archive.ts';

export interface ArchiveCheck {
  signed: number;
  awaiting: number;
  notLookedAt: number;
  breaks: string[];
}

export interface SignedEntriesDeps {
  archive: Archive;
  /** The key by KMS, not the one that the archive says it was signed with. */
  publicKey: () => Promise<string>;
  clock: Clock;
}

/** Objects read in one request: about four seconds of S3. */
const mostObjects = 1500;
const atOnce = 32;
const hourMs = 3600_000;
/** A stream waits out a day's outage; the run that follows signs what came late. */
const waitMs = 26 * hourMs;

/** Looks for entries of the ledger in the archive, hour by hour, under roots and addenda that are whole. */
export async function checkSigned(
  entries: readonly AuditEntry[],
  { archive, publicKey, clock }: SignedEntriesDeps,
): Promise<ArchiveCheck> {
  const check: ArchiveCheck = { signed: 0, awaiting: 0, notLookedAt: 0, breaks: [] };
  const key = await publicKey();
  let left = mostObjects;
  for (const [hour, wanted] of Map.groupBy(entries, ({ at }) => at.slice(0, 13))) {
    const [roots, objects] = await Promise.all([
      archive.list(`roots/${hourPath(hour)}.`),
      archive.list(`ledger/${hourPath(hour)}/`),
    ]);
    left -= roots.length + objects.length;
    if (left < 0) {
      check.notLookedAt += wanted.length;
      continue;
    }
    const verdict = verifyHour(hour, await texts(archive, [...roots, ...objects]), key);
    check.breaks.push(...verdict.breaks);
    if (verdict.signed) judge(wanted, verdict, addMs(clock.now(), -waitMs), check);
    else if (await followedByRoot(archive, hour)) check.breaks.push(`${rootKey(hour)} is missing`);
    else check.awaiting += wanted.length;
  }
  return check;
}

function judge(
  wanted: readonly AuditEntry[],
  { lines }: HourVerdict,
  settled: Instant,
  check: ArchiveCheck,
): void {
  const archived = new Set(lines.map((line) => canonicalize(JSON.parse(line))));
  for (const entry of wanted) {
    if (archived.has(canonicalize(entry))) check.signed += 1;
    else if (entry.at > settled) check.awaiting += 1;
    else check.breaks.push(`entry ${entry.seq ?? entry.entryId} is under no root as the ledger has it`);
  }
}

/** Hours are signed one after the other: a later root proves that this hour had one. */
async function followedByRoot(archive: Archive, hour: string): Promise<boolean> {
  const start = `${hour}:00:00.000Z` as Instant;
  const days = [dayPath(start), dayPath(addMs(start, 24 * hourMs))];
  const keys = (await Promise.all(days.map((day) => archive.list(`roots/${day}/`)))).flat();
  return keys.some((key) => isRootKey(key) && key > rootKey(hour));
}

async function texts(archive: Archive, keys: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let from = 0; from < keys.length; from += atOnce) {
    const some = keys.slice(from, from + atOnce);
    const read = await Promise.all(some.map((key) => archive.read(key)));
    for (const [index, key] of some.entries()) found.set(key, read[index] ?? '');
  }
  return found;
}
