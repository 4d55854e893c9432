import { describe, expect, it } from 'vitest';
import { unavailable } from '../../../lambdas/shared/errors.ts';
import {
  type Condition,
  type Storage,
  TransactionContended,
  type Write,
} from '../../../lambdas/shared/storage.ts';
import { codeOf, otherwise, outcome, place, Refused } from './storage-cases.ts';

/** What every storage must do when it writes, whatever is behind it: run on the fake and on the real engine. */
export function storageWritesContract(name: string, storageOf: () => Storage): void {
  describe(`${name}: conditions`, () => {
    const stored = { stage: 'OPEN', count: 2, on: true, note: 'x' };
    it.each<[string, Condition, boolean, boolean]>([
      ['none', {}, true, true],
      ['exists', { exists: true }, true, false],
      ['does not exist', { exists: false }, false, true],
      ['a text equals', { equals: { stage: 'OPEN' } }, true, false],
      ['a text differs', { equals: { stage: 'open' } }, false, false],
      ['a number equals', { equals: { count: 2 } }, true, false],
      ['a number is not its text', { equals: { count: '2' } }, false, false],
      ['a truth equals', { equals: { on: true } }, true, false],
      ['all of several equal', { equals: { stage: 'OPEN', count: 2 } }, true, false],
      ['one of several differs', { equals: { stage: 'OPEN', count: 3 } }, false, false],
      ['an absent attribute equals nothing', { equals: { gone: 'x' } }, false, false],
      ['is one of', { oneOf: { stage: ['SHUT', 'OPEN'] } }, true, false],
      ['is none of', { oneOf: { stage: ['SHUT'] } }, false, false],
      ['lacks an attribute', { attributeAbsent: ['gone'] }, true, true],
      ['has the attribute it should lack', { attributeAbsent: ['gone', 'note'] }, false, true],
      [
        'all kinds hold',
        { exists: true, equals: { count: 2 }, oneOf: { stage: ['OPEN'] }, attributeAbsent: ['gone'] },
        true,
        false,
      ],
      ['a reserved word as a name', { equals: { name: 'x' } }, false, false],
    ])('%s', async (_what, when, onExisting, onNothing) => {
      const storage = storageOf();
      for (const [exists, holds] of [
        [true, onExisting],
        [false, onNothing],
      ] as const) {
        for (const through of ['write', 'transact'] as const) {
          for (const kind of ['put', 'update', 'delete'] as const) {
            const key = { pk: place(), sk: 'A' };
            if (exists) await storage.write({ kind: 'put', item: { ...key, ...stored } });
            const write: Write =
              kind === 'put'
                ? { kind, item: { ...key, put: 1 }, when, otherwise }
                : kind === 'update'
                  ? { kind, key, set: { updated: 1 }, when, otherwise }
                  : { kind, key, when, otherwise };
            const said = await outcome(
              through === 'write' ? storage.write(write) : storage.transact([write]),
            );
            const label = `${through} ${kind} on ${exists ? 'an item' : 'nothing'}`;
            const item = exists ? { ...key, ...stored } : undefined;
            const told = said instanceof Refused ? { was: said.existing, is: await storage.get(key) } : said;
            expect(told, label).toEqual(holds ? 'done' : { was: item, is: item });
          }
        }
      }
    });

    it('refuses by ConditionFailed where the write does not say otherwise', async () => {
      const item = { pk: place(), sk: 'A' };
      await storageOf().write({ kind: 'put', item });
      const write: Write = { kind: 'put', item, when: { exists: false } };
      expect(codeOf(await outcome(storageOf().write(write)))).toBe('ConditionFailed');
      expect(codeOf(await outcome(storageOf().transact([write])))).toBe('ConditionFailed');
    });

    it('takes a check in a transaction alone', async () => {
      const key = { pk: place(), sk: 'A' };
      const check: Write = { kind: 'check', key, when: { exists: true }, otherwise };
      expect(await outcome(storageOf().write(check))).toBeInstanceOf(Error);
      expect(await outcome(storageOf().transact([check]))).toBeInstanceOf(Refused);
      await storageOf().write({ kind: 'put', item: key });
      expect(await outcome(storageOf().transact([check]))).toBe('done');
    });
  });

  describe(`${name}: writes`, () => {
    it('sets, adds and removes in one update, and makes the item where there is none', async () => {
      const key = { pk: place(), sk: 'A' };
      await storageOf().write({
        kind: 'update',
        key,
        set: { status: 'NEW', size: { depth: 1 } },
        add: { count: 2 },
      });
      await storageOf().write({
        kind: 'update',
        key,
        set: { status: 'OLD', skipped: undefined },
        add: { count: -5 },
        remove: ['size', 'never'],
      });
      expect(await storageOf().get(key)).toEqual({ ...key, status: 'OLD', count: -3 });
    });

    it('keeps what it is given, but for what is undefined', async () => {
      const item = {
        pk: place(),
        sk: 'A',
        list: [1, 'two', { three: true }],
        none: null,
        empty: '',
        deep: { gone: undefined, kept: 0 },
        gone: undefined,
      };
      await storageOf().write({ kind: 'put', item });
      expect(Object.keys((await storageOf().get(item)) ?? {})).not.toContain('gone');
      expect(await storageOf().get(item)).toEqual({
        pk: item.pk,
        sk: 'A',
        list: [1, 'two', { three: true }],
        none: null,
        empty: '',
        deep: { kept: 0 },
      });
    });

    it('replaces the whole item by a put, and deletes', async () => {
      const key = { pk: place(), sk: 'A' };
      await storageOf().write({ kind: 'put', item: { ...key, before: 1 } });
      await storageOf().write({ kind: 'put', item: { ...key, after: 1 } });
      expect(await storageOf().get(key)).toEqual({ ...key, after: 1 });
      await storageOf().write({ kind: 'delete', key });
      expect(await storageOf().get(key)).toBeUndefined();
    });

    it('keeps its two tables apart', async () => {
      const key = { pk: place(), sk: 'A' };
      await storageOf().write({ kind: 'put', table: 'ledger', item: { ...key, in: 'ledger' } });
      expect(await storageOf().get(key)).toBeUndefined();
      expect(await storageOf().get(key, 'ledger')).toEqual({ ...key, in: 'ledger' });
      expect((await storageOf().query(key.pk, { table: 'ledger' })).items).toHaveLength(1);
    });

    it('hands out copies: what a caller does to an item changes nothing kept', async () => {
      const item = { pk: place(), sk: 'A', list: [1] };
      await storageOf().write({ kind: 'put', item });
      item.list.push(2);
      const read = (await storageOf().get(item)) as unknown as { list: number[] };
      read.list.push(3);
      expect((await storageOf().get(item))?.['list']).toEqual([1]);
    });
  });

  describe(`${name}: transactions`, () => {
    it('writes all of it or nothing, in both tables', async () => {
      const pk = place();
      const item = (sk: string) => ({ pk, sk });
      await storageOf().write({ kind: 'put', item: item('taken') });
      const writes: Write[] = [
        { kind: 'put', item: item('A') },
        { kind: 'put', table: 'ledger', item: item('B') },
        { kind: 'delete', key: item('taken') },
        { kind: 'put', item: item('C'), when: { exists: true }, otherwise },
      ];
      expect(await outcome(storageOf().transact(writes))).toBeInstanceOf(Refused);
      expect((await storageOf().query(pk)).items).toEqual([item('taken')]);
      await storageOf().transact(writes.slice(0, 3));
      expect((await storageOf().query(pk)).items).toEqual([item('A')]);
      expect(await storageOf().get(item('B'), 'ledger')).toEqual(item('B'));
    });

    it('answers by the first of several broken conditions', async () => {
      const pk = place();
      const first = new Error('first');
      const broken = (sk: string, error: Error): Write => ({
        kind: 'check',
        key: { pk, sk },
        when: { exists: true },
        otherwise: () => error,
      });
      const said = await outcome(
        storageOf().transact([
          { kind: 'put', item: { pk, sk: 'ok' } },
          broken('A', first),
          broken('B', new Error('second')),
        ]),
      );
      expect(said).toBe(first);
    });

    it('takes 100 writes and refuses 101, writing none of them', async () => {
      const pk = place();
      const writes = (count: number): Write[] =>
        Array.from({ length: count }, (_, n) => ({
          kind: 'put',
          item: { pk, sk: String(n).padStart(3, '0') },
        }));
      expect(await outcome(storageOf().transact(writes(101)))).toBeInstanceOf(Error);
      expect((await storageOf().query(pk)).items).toHaveLength(0);
      await storageOf().transact(writes(100));
      expect((await storageOf().query(pk)).items).toHaveLength(100);
    });

    it('refuses to touch an item twice', async () => {
      const key = { pk: place(), sk: 'A' };
      expect(
        await outcome(
          storageOf().transact([
            { kind: 'put', item: key },
            { kind: 'delete', key },
          ]),
        ),
      ).toBeInstanceOf(Error);
      expect(await storageOf().get(key)).toBeUndefined();
    });

    it('lets one of fifty racing claims win', async () => {
      const key = { pk: place(), sk: 'A' };
      const racing = Array.from({ length: 50 }, (_, racer) =>
        outcome(
          storageOf().transact([
            { kind: 'put', item: { ...key, racer }, when: { exists: false }, otherwise },
          ]),
        ),
      );
      const said = await Promise.all(racing);
      const winner = said.indexOf('done');
      expect(said.filter((one) => one === 'done')).toHaveLength(1);
      expect(
        said
          .filter((one) => one !== 'done')
          .every((one) => one instanceof Refused || one instanceof TransactionContended),
      ).toBe(true);
      expect((await storageOf().get(key))?.['racer']).toBe(winner);
    });

    it('lets one of fifty racing single writes win, and loses no racing addition', async () => {
      const key = { pk: place(), sk: 'A' };
      const claims = await Promise.all(
        Array.from({ length: 50 }, () =>
          outcome(storageOf().write({ kind: 'put', item: key, when: { exists: false }, otherwise })),
        ),
      );
      expect(claims.filter((one) => one === 'done')).toHaveLength(1);
      await Promise.all(
        Array.from({ length: 50 }, () => storageOf().write({ kind: 'update', key, add: { count: 1 } })),
      );
      expect((await storageOf().get(key))?.['count']).toBe(50);
    });
  });

  it(`${name}: an otherwise may be any error, and is thrown as it is`, async () => {
    const error = unavailable('Unavailable', 'later');
    const key = { pk: place(), sk: 'A' };
    expect(
      await outcome(
        storageOf().write({ kind: 'delete', key, when: { exists: true }, otherwise: () => error }),
      ),
    ).toBe(error);
  });
}
