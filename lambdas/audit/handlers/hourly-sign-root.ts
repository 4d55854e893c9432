import canonicalize from 'canonicalize';
import * as z from 'zod';
import { addMs, type Clock, systemClock } from '../../shared/clock.ts';
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

const Output = z.object({ hour: z.string(), objects: z.int(), entries: z.int(), signed: z.boolean() });
const hourMs = 3600_000;

/**
 * Signs the Merkle root of the entries archived for an hour, two hours back, so that late stream batches are in.
 * The root names the root before it: hours cannot be dropped unseen. A signed hour is left as it is.
 */
export async function hourlySignRoot(
  _event: unknown,
  { archive, sign, clock }: Deps,
): Promise<z.output<typeof Output>> {
  const hour = addMs(clock.now(), -2 * hourMs).slice(0, 13);
  const path = hour.replaceAll(/[-T]/g, '/');
  const key = `roots/${path}.json`;
  const objects = await archive.list(`ledger/${path}/`);
  const lines = (await Promise.all(objects.map((object) => archive.read(object)))).flatMap((text) =>
    text.split('\n').filter((line) => line !== ''),
  );
  if ((await archive.list(key)).length > 0)
    return { hour, objects: objects.length, entries: lines.length, signed: false };
  const earlier = (await archive.list('roots/')).filter((other) => other < key).at(-1);
  const previous = earlier === undefined ? null : merkleRoot([await archive.read(earlier)]);
  const root = { hour, objects, entries: lines.length, merkleRoot: merkleRoot(lines), previous };
  const signature = await sign(canonicalize(root) ?? '');
  await archive.put(key, `${JSON.stringify({ ...root, signature })}\n`);
  return { hour, objects: objects.length, entries: lines.length, signed: true };
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
