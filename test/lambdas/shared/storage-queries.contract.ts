import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Storage } from '../../../lambdas/shared/storage.ts';
import { codeOf, outcome, place } from './storage-cases.ts';

/** What every storage must do when it is asked for a collection, whatever is behind it: pages, order, cursors, indexes. */
export function storageQueriesContract(name: string, storageOf: () => Storage): void {
  describe(`${name}: queries`, () => {
    const pages = async (page: (cursor?: string) => ReturnType<Storage['query']>): Promise<string[][]> => {
      const seen: string[][] = [];
      let cursor: string | undefined;
      do {
        const { items, next } = await page(cursor);
        seen.push(items.map(({ sk }) => sk));
        cursor = next;
      } while (cursor !== undefined);
      return seen;
    };

    it('gives a collection in order of the sort key, within prefix or bounds, both ways', async () => {
      const pk = place();
      for (const sk of ['C', 'A2', 'B', 'A1', 'b'])
        await storageOf().write({ kind: 'put', item: { pk, sk } });
      const found = async (options: Parameters<Storage['query']>[1]) =>
        (await storageOf().query(pk, options)).items.map(({ sk }) => sk);
      expect(await found({})).toEqual(['A1', 'A2', 'B', 'C', 'b']);
      expect(await found({ descending: true })).toEqual(['b', 'C', 'B', 'A2', 'A1']);
      expect(await found({ prefix: 'A' })).toEqual(['A1', 'A2']);
      expect(await found({ from: 'A2', to: 'C' })).toEqual(['A2', 'B', 'C']);
      expect(await found({ from: 'B' })).toEqual(['B', 'C', 'b']);
      expect(await found({ to: 'B' })).toEqual(['A1', 'A2', 'B']);
    });

    it('reaches every item once by following the cursors, whatever the limit and direction', async () => {
      const pk = place();
      const all = Array.from({ length: 7 }, (_, n) => `S${n}`);
      for (const sk of all)
        await storageOf().write({ kind: 'put', item: { pk, sk, gsi1pk: `I${pk}`, gsi1sk: sk } });
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 1, max: 9 }),
          fc.boolean(),
          fc.boolean(),
          async (limit, descending, byIndex) => {
            const seen = await pages((cursor) => {
              const options = { limit, descending, ...(cursor === undefined ? {} : { cursor }) };
              return byIndex
                ? storageOf().queryIndex({ index: 'gsi1', pk: `I${pk}`, ...options })
                : storageOf().query(pk, options);
            });
            expect(seen.flat()).toEqual(descending ? all.toReversed() : all);
            expect(seen.every((page) => page.length <= limit)).toBe(true);
          },
        ),
        { numRuns: 20 },
      );
    });

    it('goes on after an item that was deleted between two pages', async () => {
      const pk = place();
      for (const sk of ['A', 'B', 'C']) await storageOf().write({ kind: 'put', item: { pk, sk } });
      const { next = '' } = await storageOf().query(pk, { limit: 2 });
      await storageOf().write({ kind: 'delete', key: { pk, sk: 'B' } });
      expect((await storageOf().query(pk, { limit: 2, cursor: next })).items.map(({ sk }) => sk)).toEqual([
        'C',
      ]);
    });

    it('finds by an index what has its keys, and moves it when they change', async () => {
      const pk = place();
      const item = { pk, sk: 'A', gsi2pk: `X${pk}`, gsi2sk: '1' };
      await storageOf().write({ kind: 'put', item });
      await storageOf().write({ kind: 'put', item: { pk, sk: 'B', gsi2pk: `X${pk}` } });
      const found = async () =>
        (await storageOf().queryIndex({ index: 'gsi2', pk: `X${pk}` })).items.map(({ sk }) => sk);
      expect(await found()).toEqual(['A']);
      await storageOf().write({ kind: 'update', key: item, remove: ['gsi2pk', 'gsi2sk'] });
      expect(await found()).toEqual([]);
    });

    it('refuses a cursor that it did not give for this very query', async () => {
      const [pk, other] = [place(), place()];
      for (const at of [pk, other])
        for (const sk of ['A', 'B'])
          await storageOf().write({ kind: 'put', item: { pk: at, sk, gsi1pk: `I${at}`, gsi1sk: sk } });
      const { next: ours = '' } = await storageOf().query(pk, { limit: 1 });
      const { next: others = '' } = await storageOf().query(other, { limit: 1 });
      const { next: indexed = '' } = await storageOf().queryIndex({ index: 'gsi1', pk: `I${pk}`, limit: 1 });
      const asText = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const forged = [
        '',
        'x',
        '!!',
        others,
        indexed,
        asText([]),
        asText(null),
        asText({}),
        asText({ pk, sk: 1 }),
        asText({ pk }),
        asText({ pk, sk: 'A', more: 'x' }),
        asText({ pk: other, sk: 'A' }),
      ];
      for (const cursor of forged)
        expect(codeOf(await outcome(storageOf().query(pk, { limit: 1, cursor }))), cursor).toBe(
          'InvalidCursor',
        );
      expect(
        codeOf(
          await outcome(storageOf().queryIndex({ index: 'gsi1', pk: `I${pk}`, limit: 1, cursor: ours })),
        ),
      ).toBe('InvalidCursor');
      expect((await storageOf().query(pk, { limit: 1, cursor: ours })).items.map(({ sk }) => sk)).toEqual([
        'B',
      ]);
    });
  });
}
