import canonicalize from 'canonicalize';
import * as z from 'zod';
import { addMs, type Clock, type Instant, systemClock } from '../../shared/clock.ts';
import { readEnv } from '../../shared/env.ts';
import { taskFunction } from '../../shared/task.ts';
import { type Archive, s3Archive } from '../adapters/archive.ts';
import { kmsSigner, type Sign } from '../adapters/root-signer.ts';
import { merkleRoot } from '../domain/merkle-root.ts';

export interface Deps {
  archive: Archive;
  sign: Sign;
  clock: Clock;
}

const Output = z.object({ lastHour: z.string(), hours: z.int(), objects: z.int(), entries: z.int() });
const hourMs = 3600_000;

/** A run that was missed is made up for, this many hours at a time. */
const mostHours = 48;

/**
 * Signs the Merkle root of the entries archived for each hour that is not signed yet, up to two hours back, so that late
 * stream batches are in. A root names the root before it: hours cannot be dropped unseen. A signed hour is left as it is.
 */
export async function hourlySignRoot(_event: unknown, deps: Deps): Promise<z.output<typeof Output>> {
  const { archive, clock } = deps;
  const last = addMs(clock.now(), -2 * hourMs).slice(0, 13);
  const roots = await archive.list('roots/');
  const total = { hours: 0, objects: 0, entries: 0 };
  let earlier = roots.filter((key) => key <= rootKey(last)).at(-1);
  for (const hour of unsignedHours(earlier, last)) {
    const { objects, entries } = await signHour(hour, earlier, deps);
    earlier = rootKey(hour);
    total.hours += 1;
    total.objects += objects;
    total.entries += entries;
  }
  return { lastHour: last, ...total };
}

const pathOf = (hour: string): string => hour.replaceAll(/[-T]/g, '/');
const rootKey = (hour: string): string => `roots/${pathOf(hour)}.json`;

/** The hours after the last signed one; on an archive without roots, the one hour. */
function unsignedHours(lastRoot: string | undefined, last: string): string[] {
  const [, date = '', hour = ''] = /^roots\/(\d{4}\/\d\d\/\d\d)\/(\d\d)\.json$/.exec(lastRoot ?? '') ?? [];
  if (date === '') return [last];
  const hours: string[] = [];
  let next = addMs(`${date.replaceAll('/', '-')}T${hour}:00:00.000Z` as Instant, hourMs).slice(0, 13);
  for (
    ;
    next <= last && hours.length < mostHours;
    next = addMs(`${next}:00:00.000Z` as Instant, hourMs).slice(0, 13)
  )
    hours.push(next);
  return hours;
}

async function signHour(
  hour: string,
  earlier: string | undefined,
  { archive, sign }: Deps,
): Promise<{ objects: number; entries: number }> {
  const objects = await archive.list(`ledger/${pathOf(hour)}/`);
  const lines: string[] = [];
  for (const object of objects)
    lines.push(...(await archive.read(object)).split('\n').filter((line) => line !== ''));
  const previous = earlier === undefined ? null : merkleRoot([await archive.read(earlier)]);
  const root = { hour, objects, entries: lines.length, merkleRoot: merkleRoot(lines), previous };
  const signature = await sign(canonicalize(root) ?? '');
  await archive.put(rootKey(hour), `${JSON.stringify({ ...root, signature })}\n`);
  return { objects: objects.length, entries: lines.length };
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

export const handler = taskFunction({ input: z.unknown(), output: Output, wire, run: hourlySignRoot });
