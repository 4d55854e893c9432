import type { KMSClient } from '@aws-sdk/client-kms';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DomainError } from '../../../lambdas/shared/errors.ts';
import { kmsEnvelopes, kmsMacs, macUnder } from '../../../lambdas/shared/pii.ts';
import { contactSubject, keys } from '../../../lambdas/shared/table.ts';
import { localKms } from '../../support/local-kms.ts';
import { type MemoryStorage, memoryStorage } from '../../support/memory-storage.ts';

const subject = contactSubject('cont_01JD0000000000000000000002');
const other = contactSubject('cont_01JD0000000000000000000003');
let running: Awaited<ReturnType<typeof localKms>>;
let kms: KMSClient;
let storage: MemoryStorage;

beforeAll(async () => {
  running = await localKms({ pii: {}, mac: { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' } });
  ({ kms } = running);
});
afterAll(async () => running.close());
beforeEach(() => {
  storage = memoryStorage();
});

/** The subject's envelope with its data key kept, as a story's transaction keeps it. */
async function envelopeOf(of = subject) {
  const envelope = await kmsEnvelopes(storage, 'pii', kms).of(of);
  if (envelope.writes.length > 0) await storage.transact(envelope.writes);
  return envelope;
}

describe('a sealed field', () => {
  it('opens to what was sealed, also by a later envelope from the wrapped key', async () => {
    const sealed = (await envelopeOf()).seal('ssn', '900-11-2222');
    const later = await envelopeOf();
    expect(later.writes).toEqual([]);
    expect(later.open('ssn', sealed)).toBe('900-11-2222');
  });

  it('opens any text, and never looks the same twice', async () => {
    const envelope = await envelopeOf();
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const sealed = envelope.seal('ssn', text);
        expect(envelope.open('ssn', sealed)).toBe(text);
        expect(envelope.seal('ssn', text)).not.toBe(sealed);
      }),
      { numRuns: 50 },
    );
  });

  it('does not open as another field or for another subject', async () => {
    const sealed = (await envelopeOf()).seal('ssn', '900-11-2222');
    const [mine, theirs] = [await envelopeOf(), await envelopeOf(other)];
    expect(() => mine.open('birthOn', sealed)).toThrow(Error);
    expect(() => theirs.open('ssn', sealed)).toThrow(Error);
  });

  it('does not open under a data key that was moved to another subject', async () => {
    await envelopeOf();
    const item = await storage.get(keys.dataKey(subject));
    await storage.write({ kind: 'put', item: { ...item, ...keys.dataKey(other) } });
    const said: unknown = await kmsEnvelopes(storage, 'pii', kms)
      .of(other)
      .catch((error: unknown) => error);
    expect(said).toBeInstanceOf(DomainError);
  });

  it('does not open when any byte of it was changed, cut or added', async () => {
    const envelope = await envelopeOf();
    const [version = '', ...parts] = envelope.seal('ssn', '900-11-2222').split('.');
    fc.assert(
      fc.property(
        fc.nat({ max: 2 }),
        fc.nat({ max: 60 }),
        fc.integer({ min: 1, max: 255 }),
        (part, at, flip) => {
          const bytes = Buffer.from(parts[part] ?? '', 'base64url');
          const index = at % bytes.length;
          bytes[index] = (bytes[index] ?? 0) ^ flip;
          const changed = parts.map((text, place) => (place === part ? bytes.toString('base64url') : text));
          expect(() => envelope.open('ssn', [version, ...changed].join('.'))).toThrow(Error);
        },
      ),
    );
    for (let length = 0; length < 16; length += 1) {
      const cut = Buffer.from(parts[2] ?? '', 'base64url')
        .subarray(0, length)
        .toString('base64url');
      expect(
        () => envelope.open('ssn', [version, parts[0], parts[1], cut].join('.')),
        `a tag of ${length} bytes`,
      ).toThrow(Error);
    }
    for (const text of ['', 'v1', 'v2.a.b.c', ['v2', ...parts].join('.'), [version, ...parts, 'x'].join('.')])
      expect(() => envelope.open('ssn', text)).toThrow(Error);
  });

  it('stands in no item in clear, and neither does its key', async () => {
    const envelope = await kmsEnvelopes(storage, 'pii', kms).of(subject);
    const sealed = envelope.seal('ssn', '900-11-2222');
    await storage.transact([...envelope.writes, { kind: 'put', item: { ...keys.contact('c'), sealed } }]);
    const kept = JSON.stringify(storage.all());
    expect(kept).not.toContain('900-11-2222');
    expect(kept).not.toContain(Buffer.from('900-11-2222').toString('base64').slice(0, 12));
  });

  it('of two first sealings at once has one key: the other is told to come again', async () => {
    const [one, two] = await Promise.all([
      kmsEnvelopes(storage, 'pii', kms).of(subject),
      kmsEnvelopes(storage, 'pii', kms).of(subject),
    ]);
    await storage.transact(one.writes);
    const said: unknown = await storage.transact(two.writes).catch((error: unknown) => error);
    expect((said as DomainError).kind).toBe('unavailable');
  });

  it('waits for KMS: an outage is Unavailable', async () => {
    const said: unknown = await kmsEnvelopes(storage, 'no-such-key', kms)
      .of(subject)
      .catch((error: unknown) => error);
    expect((said as DomainError).code).toBe('Unavailable');
  });
});

describe('a keyed MAC', () => {
  it('is the same for the same purpose and value, and for nothing else', async () => {
    const macs = kmsMacs('mac', kms);
    const mac = await macs.mac('email', 'avery.sample@example.com');
    expect(mac).toMatch(/^[\w-]{43}$/);
    expect(await kmsMacs('mac', kms).mac('email', 'avery.sample@example.com')).toBe(mac);
    expect(await macs.mac('staff-email', 'avery.sample@example.com')).not.toBe(mac);
    expect(await macs.mac('email', 'avery.sample@example.org')).not.toBe(mac);
  });

  it('comes from a subkey that is fetched once, and again after a failure', async () => {
    let calls = 0;
    const counted = new Proxy(kms, {
      get: (target, name) =>
        name === 'send'
          ? async (...parts: Parameters<KMSClient['send']>) => {
              calls += 1;
              if (calls === 1) throw new Error('down');
              return target.send(...parts);
            }
          : Reflect.get(target, name),
    });
    const macs = kmsMacs('mac', counted);
    await expect(macs.subkey('idempotency')).rejects.toThrow('KMS');
    const [one, two] = await Promise.all([macs.subkey('idempotency'), macs.subkey('idempotency')]);
    expect(calls).toBe(2);
    expect(macUnder(one, 'x')).toBe(macUnder(two, 'x'));
    expect(macUnder(await macs.subkey('other'), 'x')).not.toBe(macUnder(one, 'x'));
  });
});
