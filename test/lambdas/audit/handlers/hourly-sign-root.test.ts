import { createVerify } from 'node:crypto';
import canonicalize from 'canonicalize';
import { describe, expect, it } from 'vitest';
import { merkleRoot } from '../../../../lambdas/audit/domain/merkle-root.ts';
import { hourlySignRoot } from '../../../../lambdas/audit/handlers/hourly-sign-root.ts';
import { manualClock } from '../../../support/fake-kernel.ts';
import { memoryArchive, testSigner } from '../chain.ts';

const setUp = () => {
  const archive = memoryArchive();
  const clock = manualClock('2026-11-21T15:05:00.000Z');
  const { sign, publicKey } = testSigner();
  const run = () => hourlySignRoot({}, { archive, clock, sign });
  const root = (hour: string) =>
    JSON.parse(archive.objects.get(`roots/${hour}.json`) ?? '{}') as Record<string, never>;
  return { archive, clock, publicKey, run, root };
};
const hourMs = 3600_000;

describe('the hourly root', () => {
  it('covers every entry archived for the hour, in order, and is signed', async () => {
    const { archive, run, root, publicKey } = setUp();
    await archive.put('ledger/2026/11/21/13/2.jsonl', 'c\n');
    await archive.put('ledger/2026/11/21/13/1.jsonl', 'a\nb\n');
    await archive.put('ledger/2026/11/21/14/3.jsonl', 'later\n');
    expect(await run()).toEqual({ lastHour: '2026-11-21T13', hours: 1, objects: 2, entries: 3 });
    const { signature, ...rest } = root('2026/11/21/13');
    expect(rest).toEqual({
      hour: '2026-11-21T13',
      objects: ['ledger/2026/11/21/13/1.jsonl', 'ledger/2026/11/21/13/2.jsonl'],
      entries: 3,
      merkleRoot: merkleRoot(['a', 'b', 'c']),
      previous: null,
    });
    expect(
      createVerify('sha256')
        .update(canonicalize(rest) ?? '')
        .verify(publicKey, String(signature?.['value']), 'base64'),
    ).toBe(true);
  });

  it('names the root before it, so that none can be dropped or changed unseen', async () => {
    const { archive, clock, run, root } = setUp();
    await run();
    clock.advance(hourMs);
    await run();
    expect(root('2026/11/21/14')['previous']).toBe(
      merkleRoot([archive.objects.get('roots/2026/11/21/13.json') ?? '']),
    );
  });

  it('leaves a signed hour as it is', async () => {
    const { archive, run } = setUp();
    await run();
    await archive.put('ledger/2026/11/21/13/9.jsonl', 'late\n');
    const before = archive.objects.get('roots/2026/11/21/13.json');
    expect((await run()).hours).toBe(0);
    expect(archive.objects.get('roots/2026/11/21/13.json')).toBe(before);
  });

  it('makes up for runs that were missed, hour by hour, also over midnight', async () => {
    const { archive, clock, run, root } = setUp();
    await run();
    clock.advance(14 * hourMs);
    await archive.put('ledger/2026/11/21/20/1.jsonl', 'x\n');
    expect(await run()).toEqual({ lastHour: '2026-11-22T03', hours: 14, objects: 1, entries: 1 });
    expect(root('2026/11/21/20')).toMatchObject({ entries: 1 });
    expect([...archive.objects.keys()].filter((key) => key.startsWith('roots/'))).toHaveLength(15);
    clock.advance(100 * hourMs);
    expect((await run()).hours).toBe(48);
  });
});
