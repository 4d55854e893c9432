import jsonata from 'jsonata';
import { createHash } from 'node:crypto';
import type { Clock, Json, Random } from '../service.ts';
import { isoInstant } from './instant.ts';

const HASHES: Record<string, string> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};
const MOST_ELEMENTS = 1000;

/** What JSONata expressions get in Step Functions beyond the language's own functions. */
export interface Library {
  name: string;
  run: Parameters<jsonata.Expression['registerFunction']>[1];
}

/**
 * `$partition $range $hash $random $uuid $parse`, and `$now`/`$millis` on the given clock; `$eval` does not exist there.
 * https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
export function stepFunctionsLibrary(clock: Clock, random: Random): Library[] {
  return [
    { name: 'partition', run: partition },
    { name: 'range', run: range },
    { name: 'hash', run: hash },
    { name: 'random', run: (seed?: number) => (seed === undefined ? random.next() : drawFrom(seed)) },
    { name: 'uuid', run: () => random.uuid() },
    { name: 'parse', run: parse },
    { name: 'millis', run: () => clock.now() },
    { name: 'now', run: (picture?: string, zone?: string) => nowAs(clock.now(), picture, zone) },
    { name: 'eval', run: () => fail('$eval is not supported') },
  ];
}

/** As JSONata's own `$now`, which reads the machine's clock. */
async function nowAs(epochMs: number, picture?: string, zone?: string): Promise<unknown> {
  if (picture === undefined) return isoInstant(epochMs);
  return await jsonata('$fromMillis($epochMs, $picture, $zone)').evaluate(undefined, {
    epochMs,
    picture,
    zone,
  });
}

function partition(items: Json[] | undefined, size: number): Json[][] | undefined {
  if (items === undefined) return undefined;
  const list = Array.isArray(items) ? items : [items];
  if (!Number.isInteger(size) || size < 1) fail('$partition takes a positive whole chunk size');
  const chunks: Json[][] = [];
  for (let from = 0; from < list.length; from += size) chunks.push(list.slice(from, from + size));
  return chunks;
}

/** First, last (included) and step, as `States.ArrayRange`. */
function range(first: number, last: number, step: number): number[] {
  if (![first, last, step].every((value) => Number.isInteger(value)) || step === 0)
    fail('$range takes a first, a last and a step that is not 0, all whole numbers');
  const length = Math.max(0, Math.floor((last - first) / step) + 1);
  if (length > MOST_ELEMENTS) fail(`$range makes at most ${MOST_ELEMENTS} elements`);
  return Array.from({ length }, (_, index) => first + index * step);
}

function hash(data: Json | undefined, algorithm: string): string | undefined {
  if (data === undefined) return undefined;
  const name = Object.hasOwn(HASHES, algorithm)
    ? HASHES[algorithm]!
    : fail(`$hash does not know ${algorithm}`);
  const text = typeof data === 'string' ? data : JSON.stringify(data);
  return createHash(name).update(text).digest('hex');
}

function parse(text: string | undefined): Json | undefined {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return fail('$parse was given text that is not JSON');
  }
}

/** The same number for the same seed, in [0, 1). */
function drawFrom(seed: number): number {
  return createHash('sha256').update(String(seed)).digest().readUIntBE(0, 6) / 2 ** 48;
}

function fail(message: string): never {
  throw new Error(message);
}
