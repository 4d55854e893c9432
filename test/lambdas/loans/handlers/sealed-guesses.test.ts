import { describe, expect, it } from 'vitest';
import { ledgerOf } from '../../../support/fake-kernel.ts';
import { avery, complete, loanWorld, people } from '../loan-world.ts';

const dayMs = 24 * 3600_000;

/** A person with an SSN on file, and another officer's loan of theirs without it. */
async function setUp() {
  const world = loanWorld();
  const mine = await world.open();
  const [contactId = ''] = await world.borrowersOf(mine);
  const unsealed = { ...avery, ssn: undefined, birthOn: undefined };
  const theirs = await world.open({ ...complete, borrowers: [unsealed] }, people.farOfficer);
  const opening = (ssn: string, as = people.farOfficer) =>
    world.call('POST', '/v1/loans', as, { ...complete, borrowers: [{ ...avery, ssn }] });
  const change = (ssn: string) =>
    world.call(
      'PATCH',
      `/v1/loans/${theirs}`,
      people.farOfficer,
      { borrower: { contactId, ssn } },
      {
        headers: { 'if-match': '"1"' },
      },
    );
  const trail = () =>
    ledgerOf(world.kernel.storage, `CONTACT#${contactId}`).map(({ action, actor, facts }) => [
      action,
      actor,
      (facts as { fields: string[] }).fields,
    ]);
  return { ...world, opening, change, trail, contactId };
}
const guess = (n: number) => `234-56-78${String(n).padStart(2, '0')}`;
const codesOf = (replies: { status: number; body: Record<string, never> }[]) =>
  replies.map(({ status, body }) => (status < 300 ? 'taken' : String(body['code'])));

describe('guessing at the SSN of a person who is on file', () => {
  it('is on the trail each time, by name of the field and without its value', async () => {
    const { opening, change, trail, kernel } = await setUp();
    await opening(guess(1));
    await change(guess(2));
    expect(trail()).toEqual([
      ['SealedFieldDiffered', people.farOfficer.userId, ['ssn']],
      ['SealedFieldDiffered', people.farOfficer.userId, ['ssn']],
    ]);
    expect(JSON.stringify(kernel.storage.all('ledger'))).not.toMatch(/234-56|123-45/);
  });

  it('ends after five a day, on whichever route: then not even the right value is compared', async () => {
    const { opening, change, trail } = await setUp();
    const replies = [];
    for (let n = 1; n <= 3; n += 1) replies.push(await opening(guess(n)), await change(guess(n + 10)));
    expect(codesOf(replies)).toEqual([
      ...Array.from({ length: 5 }, () => 'SealedFieldDiffers'),
      'TooManySealedFieldGuesses',
    ]);
    const right = await change(avery.ssn);
    expect([right.status, right.body['code']]).toEqual([409, 'TooManySealedFieldGuesses']);
    expect(trail().at(-1)?.[0]).toBe('SealedFieldNotCompared');
  });

  it('begins anew on another day, and does not hinder another person', async () => {
    const { opening, change, kernel } = await setUp();
    for (let n = 1; n <= 6; n += 1) await opening(guess(n));
    expect((await opening(avery.ssn, people.otherOfficer)).status).toBe(201);
    kernel.clock.advance(dayMs);
    expect((await change(avery.ssn)).status).toBe(200);
  });

  it('all at once finds nothing: no more are compared than one after the other', async () => {
    const { opening } = await setUp();
    const replies = await Promise.all(Array.from({ length: 30 }, (_, n) => opening(guess(n))));
    const compared = codesOf(replies).filter((code) => code === 'SealedFieldDiffers');
    expect(compared.length).toBeLessThanOrEqual(5);
  });

  it('is not what giving the same value again is, however often', async () => {
    const { opening, trail } = await setUp();
    for (let n = 1; n <= 7; n += 1) expect((await opening(avery.ssn)).status).toBe(201);
    expect(trail()).toEqual([]);
  });
});
