import { describe, expect, it } from 'vitest';
import { asBorrower, avery, complete, jordan, loanWorld, type LoanWorld, people } from '../loan-world.ts';
import type { Principal } from '../../../../lambdas/shared/actor.ts';

const ids = (body: Record<string, unknown>) =>
  (body['items'] as { loanId: string }[]).map(({ loanId }) => loanId);

async function everyPage(world: LoanWorld, as: Principal, query: Record<string, string>): Promise<string[]> {
  const seen: string[] = [];
  let next: string | undefined;
  do {
    const { body } = await world.call('GET', '/v1/loans', as, undefined, {
      query: { ...query, ...(next === undefined ? {} : { cursor: next }) },
    });
    seen.push(...ids(body));
    next = body['next'];
  } while (next !== undefined);
  return seen;
}

describe('GET /v1/loans', () => {
  it('shows each role the pipeline it works from', async () => {
    const world = loanWorld();
    const mine = await world.open();
    const colleagues = await world.open({ ...complete, borrowers: [jordan] }, people.otherOfficer);
    const far = await world.open(
      { ...complete, borrowers: [{ ...jordan, email: 'far@example.com' }] },
      people.farOfficer,
    );
    const seen = async (as: Principal, query = {}) =>
      ids((await world.call('GET', '/v1/loans', as, undefined, { query })).body).toSorted();
    expect(await seen(people.officer)).toEqual([mine]);
    expect(await seen(people.processor)).toEqual([mine, colleagues].toSorted());
    expect(await seen(people.manager)).toEqual([mine, colleagues].toSorted());
    expect(await seen(people.manager, { pipeline: 'own' })).toEqual([]);
    expect(await seen(people.compliance)).toEqual([mine, colleagues, far].toSorted());
    const [contact = ''] = await world.borrowersOf(mine);
    expect(await seen(asBorrower(contact))).toEqual([mine]);
  });

  it.each<[keyof typeof people, string]>([
    ['officer', 'branch'],
    ['officer', 'all'],
    ['processor', 'all'],
    ['manager', 'all'],
    ['operations', 'all'],
  ])('refuses %s the pipeline %s', async (who, pipeline) => {
    expect(
      (await loanWorld().call('GET', '/v1/loans', people[who], undefined, { query: { pipeline } })).status,
    ).toBe(403);
  });

  it('follows a loan through its stages', async () => {
    const world = loanWorld();
    const loanId = await world.open();
    await world.move(loanId, 'take-application');
    for (const as of [people.officer, people.processor, people.compliance]) {
      expect(await everyPage(world, as, { stage: 'NEW_LEAD' })).toEqual([]);
      expect(await everyPage(world, as, { stage: 'APPLICATION' })).toEqual([loanId]);
    }
  });

  it.each([1, 2, 3, 100])('comes to every loan once by pages of %i', async (limit) => {
    const world = loanWorld();
    const opened: string[] = [];
    for (let n = 0; n < 7; n += 1) opened.push(await world.open({ ...complete, borrowers: [avery] }));
    const [contact = ''] = await world.borrowersOf(opened[0] as never);
    for (const as of [people.officer, people.processor, people.compliance, asBorrower(contact)])
      expect((await everyPage(world, as, { limit: String(limit) })).toSorted()).toEqual(opened.toSorted());
  });

  it("shows a borrower no co-borrower's income", async () => {
    const world = loanWorld();
    const [contact = ''] = await world.borrowersOf(
      await world.open({ ...complete, borrowers: [avery, jordan] }),
    );
    expect(JSON.stringify((await world.call('GET', '/v1/loans', asBorrower(contact))).body)).not.toContain(
      '512300',
    );
  });

  it.each(['x', '999.x', '0.x', '-1.'])('refuses the cursor %s', async (cursor) => {
    const { status, body } = await loanWorld().call('GET', '/v1/loans', people.compliance, undefined, {
      query: { cursor },
    });
    expect([status, body['code']]).toEqual([400, 'InvalidCursor']);
  });
});
