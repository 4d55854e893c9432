import * as z from 'zod';
import { addMs, type Clock, type Instant, systemClock } from '../../shared/clock.ts';
import { readEnv } from '../../shared/env.ts';
import { taskFunction } from '../../shared/task.ts';
import { type Archive, s3Archive } from '../adapters/archive.ts';
import { type Book, readBook, signHour, signLate, unnamedAddenda } from '../adapters/root-book.ts';
import { kmsSigner, type Sign } from '../adapters/root-signer.ts';
import { addendumKey, hourOfKey, hourPath, isRootKey, rootKey } from '../domain/archive-keys.ts';
import { lateObjects } from '../domain/late-objects.ts';

export interface Deps {
  archive: Archive;
  sign: Sign;
  clock: Clock;
}

/** A day more than dead letters are kept: what is replayed from them still gets its addendum. An operator may look back further. */
const Input = z.looseObject({ lookBackDays: z.int().min(1).max(3660).default(15) }).prefault({});
const Output = z.object({
  lastHour: z.string(),
  hours: z.int(),
  addenda: z.int(),
  objects: z.int(),
  entries: z.int(),
});
type Outcome = z.output<typeof Output>;

const hourMs = 3600_000;

/** A run that was missed is made up for, this many hours at a time. */
const mostHours = 48;

/**
 * Signs the Merkle root of the entries archived for each hour that is not signed yet, up to two hours back, so that late
 * stream batches are in; what comes later still is signed by an addendum of its hour. A root names the root before it and
 * the addenda since: neither can be dropped unseen. What is signed is never written over.
 */
export async function hourlySignRoot({ lookBackDays }: z.output<typeof Input>, deps: Deps): Promise<Outcome> {
  const { archive, clock } = deps;
  const last = addMs(clock.now(), -2 * hourMs).slice(0, 13);
  const book = await readBook(archive, addMs(clock.now(), -lookBackDays * 24 * hourMs), clock.now());
  const total: Outcome = { lastHour: last, hours: 0, addenda: 0, objects: 0, entries: 0 };
  await signLateOnes(book, total, deps);
  let earlier = await lastRoot(book, last, archive);
  let addenda = unnamedAddenda(book);
  for (const hour of unsignedHours(earlier ?? (await rootBeforeFirst(archive, last)), last)) {
    const objects = await archive.list(`ledger/${hourPath(hour)}/`);
    const root = await signHour(hour, objects, { earlier, addenda }, deps);
    earlier = rootKey(hour);
    if (root === undefined) continue;
    addenda = [];
    total.hours += 1;
    count(total, root);
  }
  return total;
}

async function signLateOnes(book: Book, total: Outcome, deps: Deps): Promise<void> {
  for (const late of lateObjects(book.documents, book.objects)) {
    const addendum = await signLate(late, deps);
    if (addendum === undefined) continue;
    book.documents.set(addendumKey(late.hour, late.addenda + 1), addendum);
    total.addenda += 1;
    count(total, addendum);
  }
}

function count(total: Outcome, { objects, entries }: { objects: readonly string[]; entries: number }): void {
  total.objects += objects.length;
  total.entries += entries;
}

/** The newest root up to the hour; looked for in the whole archive when the days that were read have none. */
async function lastRoot({ documents }: Book, last: string, archive: Archive): Promise<string | undefined> {
  const newest = (keys: readonly string[]) =>
    keys
      .filter((key) => isRootKey(key) && key <= rootKey(last))
      .toSorted()
      .at(-1);
  return newest([...documents.keys()]) ?? newest(await archive.list('roots/'));
}

/** An archive without roots begins with the hour of its first entry: what would be the root before that one. */
async function rootBeforeFirst(archive: Archive, last: string): Promise<string> {
  const [first] = await archive.list('ledger/');
  const hour = hourOfKey(first ?? '') ?? last;
  return rootKey(hourAfter(hour < last ? hour : last, -1));
}

const hourAfter = (hour: string, hours: number): string =>
  addMs(`${hour}:00:00.000Z` as Instant, hours * hourMs).slice(0, 13);

/** The hours after the last signed one. */
function unsignedHours(earlier: string, last: string): string[] {
  const hours: string[] = [];
  let next = hourAfter(hourOfKey(earlier) ?? last, 1);
  for (; next <= last && hours.length < mostHours; next = hourAfter(next, 1)) hours.push(next);
  return hours;
}

const Env = z.object({ ARCHIVE_BUCKET: z.string(), AUDIT_SIGNING_KEY_ID: z.string() });
export type Env = z.input<typeof Env>;

function wire(): Deps {
  const env = readEnv(Env);
  return {
    archive: s3Archive(env.ARCHIVE_BUCKET),
    sign: kmsSigner(env.AUDIT_SIGNING_KEY_ID),
    clock: systemClock,
  };
}

export const handler = taskFunction({ input: Input, output: Output, wire, run: hourlySignRoot });
