import { describe, expect, it } from 'vitest';
import type { Principal } from '../../../../lambdas/shared/actor.ts';
import { readDocuments } from './call.ts';
import { asBorrower, avery, blair, officer, reading, requested, stage } from './stage.ts';

describe('listing documents', () => {
  it('shows an upload that was never made as expired, by time alone', async () => {
    const deps = await stage(requested);
    const list = (await readDocuments(deps, '', officer)).body['items'] as { state: string }[];
    expect(list.map(({ state }) => state)).toEqual(['EXPIRED']);
  });

  it('shows a borrower their own alone, and staff them all', async () => {
    const deps = await stage(reading);
    const seenBy = async (as: Principal) => (await readDocuments(deps, '', as)).body['items'];
    expect(await seenBy(asBorrower(blair))).toEqual([]);
    expect(await seenBy(asBorrower(avery))).toHaveLength(1);
    expect(await seenBy(officer)).toHaveLength(1);
  });

  it('is refused to a borrower of another loan, as if the loan were not there', async () => {
    const stranger = { ...asBorrower(avery), contactId: 'cont_01JD0000000000000000000099' } as Principal;
    expect((await readDocuments(await stage(reading), '', stranger)).status).toBe(404);
  });
});
