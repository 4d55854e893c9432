import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { totalExpertAt } from '../../../../lambdas/integrations/adapters/wire-total-expert.ts';
import { callJson } from '../../../../lambdas/integrations/connector/http-call.ts';
import type { MarketingPlatform } from '../../../../lambdas/integrations/domain/marketing-platform.ts';
import type { Payload } from '../../../../lambdas/integrations/domain/record-to-send.ts';
import { fakeEnvelopes, fakeKernel } from '../../../support/fake-kernel.ts';
import {
  credentials,
  type ServedTotalExpert,
  serveTotalExpert,
} from '../../../local/partners/total-expert/serve-total-expert.ts';
import { fakePlatform } from '../fake-platform.ts';
import { testPace } from '../test-pace.ts';

const owner = { external_id: 'user_1' };
const contact = (external_id: string): Payload => ({
  source: 'Keyturn',
  external_id,
  first_name: 'Avery',
  last_name: 'Sample',
  email: `${external_id}@example.com`,
  owner,
});

interface Subject {
  platform: MarketingPlatform;
  /** The next creation happens, and its answer is lost. */
  loseAnswer(): Promise<void>;
}

const served: ServedTotalExpert[] = [];
afterAll(async () => {
  for (const { served: server } of served) await server.close();
});

async function sandboxed(): Promise<Subject & { expert: ServedTotalExpert }> {
  const expert = await serveTotalExpert();
  served.push(expert);
  const { storage, clock } = fakeKernel();
  const platform = totalExpertAt({
    baseUrl: expert.served.url,
    storage,
    envelopes: fakeEnvelopes,
    secret: async () => credentials,
    pace: testPace(clock),
    call: callJson(2000),
  });
  const loseAnswer = async () => void (await expert.control('PUT', '/faults', { failAfterAccepting: 1 }));
  return { platform, loseAnswer, expert };
}

async function faked(): Promise<Subject> {
  const platform = fakePlatform();
  return { platform, loseAnswer: async () => void platform.next.push('answer-lost') };
}

describe.each([
  ['the fake', faked],
  ['Total Expert’s sandbox over HTTP', sandboxed],
])('%s', (_, make) => {
  let subject: Subject;
  beforeEach(async () => {
    subject = await make();
  });

  async function madeContact(): Promise<string> {
    const taken = await subject.platform.create('contact', contact('cont_1'));
    if (taken.kind !== 'done') throw new Error(taken.reasonCode);
    return taken.externalId;
  }

  it('finds what it was given by our own id', async () => {
    expect(await subject.platform.find('contact', 'cont_1')).toEqual({ kind: 'absent' });
    const externalId = await madeContact();
    expect(await subject.platform.find('contact', 'cont_1')).toEqual({ kind: 'done', externalId });
  });

  it('dedupes no loan', async () => {
    const loan: Payload = { external_id: 'loan_1', owner, borrower: { id: await madeContact() } };
    const first = await subject.platform.create('loan', loan);
    expect(await subject.platform.create('loan', loan)).not.toEqual(first);
  });

  it('takes an update twice as once', async () => {
    const externalId = await madeContact();
    for (let time = 0; time < 2; time += 1) {
      expect(await subject.platform.update('contact', externalId, { first_name: 'Emery' })).toEqual({
        kind: 'done',
        externalId,
      });
    }
  });

  it('refuses to update what is not there', async () => {
    expect(await subject.platform.update('loan', '999', { state: 'CO' })).toEqual({
      kind: 'refused',
      reasonCode: 'PartnerRecordGone',
    });
  });

  it('throws unavailable when the answer is lost, and what happened is found', async () => {
    await subject.loseAnswer();
    await expect(subject.platform.create('contact', contact('cont_1'))).rejects.toMatchObject({
      kind: 'unavailable',
    });
    expect(await subject.platform.find('contact', 'cont_1')).toMatchObject({ kind: 'done' });
  });
});

describe('Total Expert’s sandbox over HTTP, its own ways', () => {
  it('is read page by page', async () => {
    const { platform } = await sandboxed();
    for (let number = 0; number <= 100; number += 1)
      await platform.create('contact', contact(`cont_${number}`));
    expect(await platform.find('contact', 'cont_100')).toMatchObject({ kind: 'done' });
    expect(await platform.find('contact', 'cont_101')).toEqual({ kind: 'absent' });
  });

  it('gives one token for all of it, and a second when the first dies early', async () => {
    const { platform, expert } = await sandboxed();
    await platform.create('contact', contact('cont_1'));
    await platform.create('contact', contact('cont_2'));
    await expert.control('POST', '/expire-tokens');
    await platform.create('contact', contact('cont_3'));
    expect((await expert.control('GET', '/records')).body).toMatchObject({
      tokenCalls: 2,
      contacts: { length: 3 },
    });
  });

  it('tells an unknown owner as a refusal, without the sentence of the partner', async () => {
    const { platform, expert } = await sandboxed();
    await expert.control('PUT', '/faults', { unknownOwners: ['user_1'] });
    expect(await platform.create('contact', contact('cont_1'))).toEqual({
      kind: 'refused',
      reasonCode: 'PartnerFoundItInvalid',
    });
  });

  it('is left alone after a few failures, and no token call is spent on finding out', async () => {
    const { platform, expert } = await sandboxed();
    await expert.control('PUT', '/faults', { down: true });
    await expect(platform.find('contact', 'cont_1')).rejects.toMatchObject({ code: 'PartnerDown' });
    // Three tries by then; the fifth failure opens the circuit.
    await expect(platform.find('contact', 'cont_1')).rejects.toMatchObject({ code: 'CircuitOpen' });
    expect((await expert.control('GET', '/records')).body).toMatchObject({ tokenCalls: 0 });
  });

  it('makes everybody wait after a 429', async () => {
    const { platform, expert } = await sandboxed();
    await expert.control('PUT', '/faults', { tooManyRequests: 1 });
    await expect(platform.find('contact', 'cont_1')).rejects.toMatchObject({ code: 'PartnerLimit' });
    await expect(platform.find('contact', 'cont_1')).rejects.toMatchObject({ code: 'PartnerPaused' });
  });
});
