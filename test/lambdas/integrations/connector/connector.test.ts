import { beforeEach, describe, expect, it } from 'vitest';
import { breaker } from '../../../../lambdas/integrations/connector/breaker.ts';
import { connector, type PartnerRequest } from '../../../../lambdas/integrations/connector/connector.ts';
import { governor } from '../../../../lambdas/integrations/connector/governor.ts';
import type { HttpCall, HttpReply } from '../../../../lambdas/integrations/connector/http-call.ts';
import { sharedTokens } from '../../../../lambdas/integrations/connector/shared-tokens.ts';
import { unavailable } from '../../../../lambdas/shared/errors.ts';
import { fakeEnvelopes, type FakeKernel, fakeKernel } from '../../../support/fake-kernel.ts';
import { testPace } from '../test-pace.ts';

const read: PartnerRequest = { method: 'GET', path: '/v1/contacts', repeatable: true };
const create: PartnerRequest = { method: 'POST', path: '/v1/contacts', body: {}, repeatable: false };

let kernel: FakeKernel;
let calls: HttpCall[];
let answers: (HttpReply | 'nothing')[];
let tokenCalls: number;

beforeEach(() => {
  kernel = fakeKernel();
  calls = [];
  answers = [];
  tokenCalls = 0;
});

const reply = (status: number, more: Partial<HttpReply> = {}): HttpReply => ({ status, body: {}, ...more });

function connected() {
  const { storage, clock } = kernel;
  const pace = testPace(clock);
  return connector({
    partner: 'example',
    baseUrl: 'https://partner.example',
    pace,
    tokens: sharedTokens({
      partner: 'example',
      storage,
      envelopes: fakeEnvelopes,
      pace,
      rules: { callsPerHour: 2, marginMs: 120_000 },
      fetchToken: async () => ({ value: `token-${(tokenCalls += 1)}`, expiresInSeconds: 3600 }),
    }),
    governor: governor('example', 50, storage, pace),
    breaker: breaker(
      'example',
      { failures: 4, windowMs: 60_000, openMs: 30_000, longestOpenMs: 60_000, probeMs: 20_000 },
      storage,
      pace,
    ),
    retries: { attempts: 3, withinMs: 9000, baseMs: 200 },
    async call(call) {
      calls.push(call);
      const answer = answers.shift() ?? reply(200);
      if (answer === 'nothing') throw unavailable('NoAnswer', 'the partner did not answer');
      return answer;
    },
  });
}

describe('a call to a partner', () => {
  it('carries the fleet’s token and gives the answer, a refusal included', async () => {
    answers = [reply(422)];
    await expect(connected().send(create)).resolves.toMatchObject({ status: 422 });
    expect(calls).toMatchObject([
      { url: 'https://partner.example/v1/contacts', headers: { authorization: 'Bearer token-1' } },
    ]);
  });

  it.each([
    ['no answer came', 'nothing' as const],
    ['the partner failed', reply(500)],
  ])('is repeated within its budget when %s and repeating is safe', async (_, bad) => {
    answers = [bad, bad];
    await expect(connected().send(read)).resolves.toMatchObject({ status: 200 });
    expect(calls).toHaveLength(3);
    answers = [bad, bad, bad];
    await expect(connected().send(read)).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it.each([
    ['no answer came', 'nothing' as const, 'NoAnswer'],
    ['the partner failed', reply(500), 'PartnerDown'],
  ])('is never repeated when %s and it may have happened', async (_, bad, code) => {
    answers = [bad];
    await expect(connected().send(create)).rejects.toMatchObject({ code, kind: 'unavailable' });
    expect(calls).toHaveLength(1);
  });

  it('is made once more with another token when its token is refused', async () => {
    answers = [reply(401), reply(201)];
    await expect(connected().send(create)).resolves.toMatchObject({ status: 201 });
    expect(calls.map(({ headers }) => headers['authorization'])).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  it('does not ask for token after token', async () => {
    answers = [reply(401), reply(401), reply(401)];
    await expect(connected().send(create)).rejects.toMatchObject({ code: 'TokenRefused' });
    await expect(connected().send(create)).rejects.toMatchObject({ code: 'TokenCallsSpent' });
    expect(tokenCalls).toBe(2);
  });

  it('makes everybody wait after a 429, for as long as the partner says', async () => {
    answers = [reply(429, { retryAfterSeconds: 20 })];
    await expect(connected().send(create)).rejects.toMatchObject({ code: 'PartnerLimit' });
    await expect(connected().send(create)).rejects.toMatchObject({ code: 'PartnerPaused' });
    kernel.clock.advance(20_000);
    await expect(connected().send(create)).resolves.toMatchObject({ status: 200 });
  });

  it('is not made at all while the circuit is open, and then by one probe', async () => {
    answers = ['nothing', 'nothing', 'nothing', 'nothing'];
    for (let time = 0; time < 4; time += 1) {
      await expect(connected().send(create)).rejects.toMatchObject({ code: 'NoAnswer' });
    }
    await expect(connected().send(create)).rejects.toMatchObject({ code: 'CircuitOpen' });
    expect(calls).toHaveLength(4);
    kernel.clock.advance(30_000);
    const sent = await Promise.allSettled(Array.from({ length: 10 }, () => connected().send(read)));
    expect(sent.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1);
    await expect(connected().send(create)).resolves.toMatchObject({ status: 200 });
  });
});
