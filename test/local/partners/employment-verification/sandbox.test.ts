import { beforeEach, describe, expect, it } from 'vitest';
import { employmentVerificationSandbox } from '../../../../local/partners/employment-verification/sandbox.ts';
import { memoryStore } from '../../../../local/runtime/memory-store.ts';
import type { Json } from '../../../../local/services/service.ts';
import { partnerContext, type TestPartnerContext } from '../../../support/partner-context.ts';

let context: TestPartnerContext;
let sandbox: ReturnType<typeof employmentVerificationSandbox>;
beforeEach(() => {
  context = partnerContext();
  sandbox = employmentVerificationSandbox(context);
});

const request = (method: string, path: string, body?: Json, headers: Record<string, string> = {}) => ({
  method,
  url: new URL(`http://sandbox${path}`),
  headers: { authorization: 'Bearer shared', accept: 'application/json; version=2023-10-30', ...headers },
  body: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
});
const ask = async (...given: Parameters<typeof request>) => {
  const { status, body } = await sandbox.handle(request(...given));
  return { status, body: JSON.parse(String(body)) as Record<string, unknown> };
};
const control = async (method: string, path: string, body?: Json) => {
  const reply = await sandbox.control?.(request(method, path, body));
  return { status: reply?.status, text: String(reply?.body ?? '') };
};

const order = (key = 'eff-1', employer = 'Example Mills'): Json => ({
  type: 'employment-income',
  permissible_purpose: 'credit-application',
  use_case: 'mortgage',
  search_key: key,
  target: {
    first_name: 'Avery',
    last_name: 'Sample',
    social_security_number: '123-45-6789',
    company: { name: employer },
  },
});
const placed = async (key?: string, employer?: string): Promise<string> =>
  String((await ask('POST', '/orders/target-employer', order(key, employer))).body['id']);
const stateOf = async (id: string) => {
  const { body } = await ask('GET', `/orders/${id}`);
  const [first] = body['verification_requests'] as { state: { canonical_value: string }; reports: Json }[];
  return first;
};

describe('orders', () => {
  it('are taken, worked on, completed with a report, and announced', async () => {
    const id = await placed();
    expect((await stateOf(id))?.state.canonical_value).toBe('pending-approval');
    await context.clock.advance(1_500);
    const done = await stateOf(id);
    expect(done).toMatchObject({
      state: { canonical_value: 'completed' },
      reports: [
        { employer: { name: 'Example Mills LLC' }, employee: { salary: { pay_rate: { amount: '40.00' } } } },
      ],
    });
    const reportId = (done?.reports as { id: string }[] | undefined)?.[0]?.id;
    expect((await ask('GET', `/reports/${reportId}`)).body['id']).toBe(reportId);
  });

  it('are never deduped, and found by their key', async () => {
    await placed('eff-1');
    await placed('eff-1');
    await placed('eff-2');
    expect((await ask('GET', '/orders?search_key=eff-1')).body).toMatchObject({ count: 2 });
  });

  it('keep no social security number', async () => {
    await placed();
    const kept =
      JSON.stringify(context.store.list('employment-verification.order')) +
      (await control('GET', '/orders')).text;
    expect(kept).toContain('***-**-6789');
    expect(kept).not.toContain('123-45');
  });

  it.each<[string, Json | undefined, Record<string, string>, number]>([
    ['without our key', order(), { authorization: 'Bearer wrong' }, 401],
    ['of another version', order(), { accept: 'application/json; version=1999-01-01' }, 406],
    ['without a person', { type: 'employment-income' }, {}, 400],
    ['that are no JSON', undefined, {}, 400],
  ])('%s are refused in the provider’s own words', async (_, body, headers, status) => {
    expect(await ask('POST', '/orders/target-employer', body, headers)).toEqual({
      status,
      body: { error: { message: expect.any(String) as string } },
    });
  });

  it('of people nobody knows are cancelled as no match; a person’s own record goes first', async () => {
    const employee = { firstName: 'Avery', lastName: 'Sample' };
    const record = {
      employer: 'Example Mills',
      employee,
      hiredOn: '2020-01-06',
      payRate: { amount: '55.00', unit: 'hourly' },
      earnings: [],
    };
    expect((await control('PUT', '/records', record)).status).toBe(200);
    const [known, unknown] = [await placed(), await placed('eff-2', 'Nowhere Example Works')];
    await context.clock.advance(1_500);
    expect(JSON.stringify(await stateOf(known))).toContain('55.00');
    expect(await stateOf(unknown)).toMatchObject({
      state: { canonical_value: 'canceled' },
      cancellation_reason: { canonical_value: 'no-match' },
    });
  });
});

describe('webhooks', () => {
  it('name the order alone and carry the token that both sides hold', async () => {
    const id = await placed();
    await context.clock.advance(1_500);
    const [webhook] = context.sent;
    expect(webhook?.url).toBe('http://api.test/v1/webhooks/employment-verification');
    expect(JSON.parse(webhook?.body ?? '')).toMatchObject({
      hook: { event: 'order.completed' },
      data: { order_id: id },
    });
    expect(webhook?.body).not.toContain('Avery');
    expect(webhook?.headers?.['x-truework-token']).toBe('shared');
  });

  it('that are not heard are tried again until they are', async () => {
    context.answers.push(503, 404);
    await placed();
    await context.clock.advance(1_500 + 60_000 + 300_000);
    expect(context.sent).toHaveLength(3);
    expect(new Set(context.sent.map(({ body }) => body)).size).toBe(1);
    await context.clock.advance(3 * 24 * 3_600_000);
    expect(context.sent).toHaveLength(3);
  });

  it('and orders under way survive a restart', async () => {
    const store = memoryStore();
    context = partnerContext({ store });
    sandbox = employmentVerificationSandbox(context);
    const id = await placed();
    context = partnerContext({ store });
    sandbox = employmentVerificationSandbox(context);
    sandbox.start?.();
    await context.clock.advance(1_500);
    expect((await stateOf(id))?.state.canonical_value).toBe('completed');
    expect(context.sent).toHaveLength(1);
  });
});

describe('faults', () => {
  const fault = async (kind: string, more: Record<string, Json> = {}) =>
    await control('POST', '/faults', { kind, times: 1, ...more });

  it.each([
    ['down', 503],
    ['throttled', 429],
  ])('%s answers %i as often as it was told to', async (kind, status) => {
    await fault(kind);
    expect((await ask('GET', '/orders')).status).toBe(status);
    expect((await ask('GET', '/orders')).status).toBe(200);
  });

  it('frozen answers 451', async () => {
    await fault('frozen');
    expect((await ask('POST', '/orders/target-employer', order())).status).toBe(451);
  });

  it.each<[string, number, string]>([
    ['lost-webhook', 0, 'completed'],
    ['duplicate-webhook', 2, 'completed'],
    ['not-found', 1, 'canceled'],
    ['stuck', 0, 'pending-approval'],
    ['wrong-employer', 1, 'completed'],
  ])('%s sends %i webhook(s) and leaves the order %s', async (kind, webhooks, state) => {
    await fault(kind);
    const id = await placed();
    await context.clock.advance(1_500);
    expect(context.sent).toHaveLength(webhooks);
    expect((await stateOf(id))?.state.canonical_value).toBe(state);
    expect(JSON.stringify(await stateOf(id)).includes('Another Example Company')).toBe(
      kind === 'wrong-employer',
    );
  });

  it('strike only the employer they name, and are taken away', async () => {
    await control('POST', '/faults', { kind: 'frozen', employer: 'Placeholder Foundry Inc' });
    expect((await ask('POST', '/orders/target-employer', order())).status).toBe(201);
    expect((await ask('POST', '/orders/target-employer', order('e', 'Placeholder Foundry Inc'))).status).toBe(
      451,
    );
    expect((await control('DELETE', '/faults')).status).toBe(204);
    expect((await ask('POST', '/orders/target-employer', order('e', 'Placeholder Foundry Inc'))).status).toBe(
      201,
    );
  });

  it('of a kind nobody knows is refused', async () => expect((await fault('meteor')).status).toBe(400));
});
