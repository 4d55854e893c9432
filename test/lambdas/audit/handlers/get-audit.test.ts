import { describe, expect, it } from 'vitest';
import { auditApi, farManager } from '../audit-api.ts';
import { loanId } from '../chain.ts';

type Items = { seq?: number; action: string; at: string }[];
const actor = 'user_01JD0000000000000000000001';
async function everything(
  get: Awaited<ReturnType<typeof auditApi>>['get'],
  query: Record<string, string>,
): Promise<Items> {
  const seen: Items = [];
  let next: string | undefined;
  do {
    const { body } = await get('/v1/audit', { ...query, ...(next === undefined ? {} : { cursor: next }) });
    seen.push(...(body['items'] as unknown as Items));
    next = body['next'];
  } while (next !== undefined);
  return seen;
}

describe('GET /v1/audit', () => {
  it.each(['1', '2', '3', '200'])(
    'finds every change of a loan, of an actor and of a period by pages of %s',
    async (limit) => {
      const { get } = await auditApi(7);
      const bySeq = (items: Items) => items.map(({ seq }) => seq).toSorted((a = 0, b = 0) => a - b);
      const all = [1, 2, 3, 4, 5, 6, 7];
      expect((await everything(get, { loanId, limit })).map(({ seq }) => seq)).toEqual(all);
      expect((await everything(get, { actor, limit })).map(({ seq }) => seq)).toEqual(all);
      expect(
        bySeq(
          (await everything(get, { from: '2026-11-21T00:00:00Z', to: '2026-11-21T15:59:59Z', limit })).filter(
            ({ action }) => action === 'LoanChanged',
          ),
        ),
      ).toEqual(all);
    },
  );

  it.each([
    ['2026-11-21T15:01:00Z', '2026-11-21T15:03:00Z', [2, 3, 4]],
    ['2026-11-21T15:01:00.000Z', '2026-11-21T15:03:00.000Z', [2, 3, 4]],
    ['2026-11-21T15:01:00.001Z', '2026-11-21T15:02:59.999Z', [3]],
  ])('from %s to %s holds both ends to the millisecond', async (from, to, expected) => {
    const { get } = await auditApi(7);
    const queries: Record<string, string>[] = [{ loanId }, { actor }, {}];
    for (const query of queries) {
      const found = (await everything(get, { ...query, from, to })).filter(
        ({ action }) => action === 'LoanChanged',
      );
      expect(
        found.map(({ seq }) => seq).toSorted((a = 0, b = 0) => a - b),
        JSON.stringify(query),
      ).toEqual(expected);
    }
  });

  it('is itself on the trail, as a read', async () => {
    const { get } = await auditApi(1);
    await get('/v1/audit', { loanId });
    expect(
      (await everything(get, { actor: 'user_01JD0000000000000000000006' })).map(({ action }) => action),
    ).toContain('AuditSearched');
    await get(`/v1/loans/${loanId}/audit/verify`);
    expect((await everything(get, { loanId, kind: 'reads' })).map(({ action }) => action)).toEqual([
      'AuditVerified',
    ]);
  });

  it.each<[string, Record<string, string>, string]>([
    ['no filter', {}, 'FilterNeeded'],
    ['half a period', { from: '2026-11-21T00:00:00Z' }, 'FilterNeeded'],
    ['a period backwards', { from: '2026-11-22T00:00:00Z', to: '2026-11-21T00:00:00Z' }, 'FilterNeeded'],
    ['a loan and an actor', { loanId, actor }, 'TooManyFilters'],
    ['a period too long', { from: '2026-01-01T00:00:00Z', to: '2026-03-01T00:00:00Z' }, 'PeriodTooLong'],
    ['an actor that is no id', { actor: 'Avery Sample' }, 'InvalidRequest'],
    ['a forged cursor', { loanId, cursor: 'x' }, 'InvalidCursor'],
    [
      'a forged cursor of a period',
      { from: '2026-11-21T00:00:00Z', to: '2026-11-21T15:00:00Z', cursor: '9999.' },
      'InvalidCursor',
    ],
  ])('is refused with %s', async (_what, query, code) => {
    expect((await (await auditApi(1)).get('/v1/audit', query)).body['code']).toBe(code);
  });

  it('is for compliance alone', async () => {
    expect((await (await auditApi(1)).get('/v1/audit', { loanId }, farManager)).status).toBe(403);
  });
});
