import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announced, deliver, placed, secret, webhook } from '../api-fixture.ts';
import { loanId, verificationsIn } from '../income-fixture.ts';

describe('the provider’s webhook', () => {
  it('is recorded as a hint, and its body decides nothing', async () => {
    const { world, call } = await placed();
    const body = webhook('order-1');
    expect((await call(deliver(body))).status).toBe(204);
    expect(announced(world)).toEqual([{ loanId, verificationId: verificationsIn(world)[0]?.verificationId }]);
    expect(verificationsIn(world)[0]?.status).toBe('PLACED');
  });

  it('delivered twice or replayed later is one announcement', async () => {
    const { world, call } = await placed();
    const body = webhook('order-1');
    await call(deliver(body));
    expect((await call(deliver(body))).status).toBe(204);
    world.clock.advance(48 * 3600_000);
    expect((await call(deliver(body))).status).toBe(204);
    expect(announced(world)).toHaveLength(1);
  });

  const body = webhook('order-1');
  it.each<[string, string | null]>([
    ['without a token', null],
    ['with an empty one', ''],
    ['with another', 'guessed'],
    ['with one cut short', secret.slice(0, -1)],
    ['with one that goes on', `${secret}x`],
    ['with one in capitals', secret.toUpperCase()],
    ['with one that is endless', 'x'.repeat(5000)],
  ])('%s is refused and leaves nothing', async (_, signature) => {
    const { world, call } = await placed();
    const before = world.storage.all();
    expect(await call(deliver(body, signature))).toMatchObject({
      status: 403,
      body: { code: 'SignatureRefused' },
    });
    expect(world.storage.all()).toEqual(before);
  });

  it('is refused whatever is put in the signature’s place', async () => {
    const { call } = await placed();
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 200 }), async (signature) => {
        expect((await call(deliver(body, signature))).status).toBe(403);
      }),
      { numRuns: 50 },
    );
  });

  it('of an order that is not known here is 404, so that the provider tries again', async () => {
    const { world, call } = await placed();
    const other = webhook('order-unknown');
    expect((await call(deliver(other))).status).toBe(404);
    expect(announced(world)).toEqual([]);
  });

  it('that is no JSON, or of no shape, is 400 though its token is right', async () => {
    const { call } = await placed();
    for (const text of ['{', '{"hook":{}}', '['.repeat(5000)])
      expect((await call(deliver(text))).status).toBe(400);
  });

  it.each([
    ['completed', 1],
    ['processing', 0],
  ])('of a request in state %s announces %i time(s)', async (state, count) => {
    const { world, call } = await placed();
    const change = webhook('order-1', 'verification_request.state.change', state);
    expect((await call(deliver(change))).status).toBe(204);
    expect(announced(world)).toHaveLength(count);
  });
});
