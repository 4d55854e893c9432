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
  const run = (lookBackDays = 15) => hourlySignRoot({ lookBackDays }, { archive, clock, sign });
  const root = (hour: string) =>
    JSON.parse(archive.objects.get(`roots/${hour}.json`) ?? '{}') as Record<string, never>;
  return { archive, clock, publicKey, run, root, sign };
};
const hourMs = 3600_000;

describe('the hourly root', () => {
  it('covers every entry archived for the hour, in order, and is signed', async () => {
    const { archive, run, root, publicKey } = setUp();
    await archive.put('ledger/2026/11/21/13/2.jsonl', 'c\n');
    await archive.put('ledger/2026/11/21/13/1.jsonl', 'a\nb\n');
    await archive.put('ledger/2026/11/21/14/3.jsonl', 'later\n');
    expect(await run()).toEqual({ lastHour: '2026-11-21T13', hours: 1, addenda: 0, objects: 2, entries: 3 });
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

  it('leaves a signed hour as it is and signs what came late by an addendum, chained to it', async () => {
    const { archive, run, root, clock } = setUp();
    await run();
    const before = archive.objects.get('roots/2026/11/21/13.json') ?? '';
    await archive.put('ledger/2026/11/21/13/8.jsonl', 'late\n');
    expect(await run()).toMatchObject({ hours: 0, addenda: 1, entries: 1 });
    expect(archive.objects.get('roots/2026/11/21/13.json')).toBe(before);
    const first = archive.objects.get('roots/2026/11/21/13.late-0001.json') ?? '';
    expect(JSON.parse(first)).toMatchObject({
      hour: '2026-11-21T13',
      addendum: 1,
      objects: ['ledger/2026/11/21/13/8.jsonl'],
      merkleRoot: merkleRoot(['late']),
      previous: merkleRoot([before]),
    });
    await archive.put('ledger/2026/11/21/13/9.jsonl', 'later\n');
    clock.advance(hourMs);
    expect(await run()).toMatchObject({ hours: 1, addenda: 1 });
    const second = archive.objects.get('roots/2026/11/21/13.late-0002.json') ?? '';
    expect(JSON.parse(second)).toMatchObject({ addendum: 2, previous: merkleRoot([first]) });
    expect(root('2026/11/21/14')['addenda']).toEqual([
      { key: 'roots/2026/11/21/13.late-0001.json', hash: merkleRoot([first]) },
      { key: 'roots/2026/11/21/13.late-0002.json', hash: merkleRoot([second]) },
    ]);
    clock.advance(hourMs);
    await run();
    expect(root('2026/11/21/15')['addenda']).toBeUndefined();
  });

  it('signs what came later than dead letters are kept when it is told to look back further', async () => {
    const { archive, run, clock } = setUp();
    await run();
    await archive.put('ledger/2026/11/21/13/9.jsonl', 'very late\n');
    clock.advance(20 * 24 * hourMs);
    expect((await run()).addenda).toBe(0);
    expect((await run(30)).addenda).toBe(1);
  });

  it('running twice at once writes no root over', async () => {
    const { archive, clock, sign } = setUp();
    await archive.put('ledger/2026/11/21/13/1.jsonl', 'a\n');
    const both = await Promise.all(
      [1, 2].map(() => hourlySignRoot({ lookBackDays: 15 }, { archive, clock, sign })),
    );
    expect(both.reduce((sum, { hours }) => sum + hours, 0)).toBe(1);
  });

  it('begins with the hour of the first entry', async () => {
    const { archive, run } = setUp();
    await archive.put('ledger/2026/11/21/10/1.jsonl', 'a\n');
    expect(await run()).toMatchObject({ hours: 4, entries: 1 });
  });

  it('makes up for runs that were missed, hour by hour, also over midnight', async () => {
    const { archive, clock, run, root } = setUp();
    await run();
    clock.advance(14 * hourMs);
    await archive.put('ledger/2026/11/21/20/1.jsonl', 'x\n');
    expect(await run()).toEqual({ lastHour: '2026-11-22T03', hours: 14, addenda: 0, objects: 1, entries: 1 });
    expect(root('2026/11/21/20')).toMatchObject({ entries: 1 });
    expect([...archive.objects.keys()].filter((key) => key.startsWith('roots/'))).toHaveLength(15);
    clock.advance(100 * hourMs);
    expect((await run()).hours).toBe(48);
  });
});
