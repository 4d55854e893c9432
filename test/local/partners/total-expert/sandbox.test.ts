import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryStore } from '../../../../local/runtime/memory-store.ts';
import { credentials, type ServedTotalExpert, serveTotalExpert } from './serve-total-expert.ts';

const contact = {
  source: 'Keyturn',
  first_name: 'Avery',
  last_name: 'Sample',
  email: 'avery.sample@example.com',
  owner: { external_id: 'user_1' },
};
const store = memoryStore();
let expert: ServedTotalExpert;
let token: string;

beforeEach(async () => {
  expert = await serveTotalExpert();
  token = String((await askToken()).body['access_token']);
});
afterEach(() => expert.served.close());

async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${expert.served.url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

function askToken({ clientId, clientSecret } = credentials) {
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  return ask('POST', '/v1/token', { grant_type: 'client_credentials' }, { authorization: `Basic ${basic}` });
}

const made = async (kind: string, body: unknown) => (await ask('POST', `/v1/${kind}`, body)).body['id'];

describe('tokens', () => {
  it('are granted for an hour, twice an hour and not a third time', async () => {
    expect(await askToken()).toMatchObject({ status: 200, body: { expires_in: 3600, token_type: 'bearer' } });
    expect(await askToken()).toMatchObject({ status: 429, body: { error: 'too_many_requests' } });
    await expert.context.clock.advance(3600_001);
    expect((await ask('GET', '/v1/contacts')).status).toBe(401);
    expect((await askToken()).status).toBe(200);
  });

  it('are refused to another client in OAuth’s own shape', async () => {
    const refused = await askToken({ clientId: 'keyturn-test', clientSecret: 'wrong' });
    expect(refused).toMatchObject({
      status: 401,
      body: { error: 'invalid_client', error_description: expect.any(String) },
    });
  });

  it('die early by switch', async () => {
    await expert.control('POST', '/expire-tokens');
    expect((await ask('GET', '/v1/contacts')).status).toBe(401);
  });
});

describe('records', () => {
  it('are created with 201, and a contact of the same owner, names and e-mail is 200 duplicate', async () => {
    const first = await ask('POST', '/v1/contacts', contact);
    expect(first).toMatchObject({
      status: 201,
      body: { created: expect.stringContaining('/v1/contacts/'), id: 56_495 },
    });
    const again = await ask('POST', '/v1/contacts', { ...contact, first_name: 'AVERY', title: 'Dr' });
    expect(again).toMatchObject({ status: 200, body: { duplicate: expect.any(String), id: 56_495 } });
    expect((await ask('GET', '/v1/contacts/56495')).body).toMatchObject({ title: 'Dr' });
    const others = await ask('POST', '/v1/contacts', { ...contact, owner: { external_id: 'user_2' } });
    expect(others.status).toBe(201);
  });

  it('are two loans when a loan is created twice', async () => {
    const borrower = { id: await made('contacts', contact) };
    const loan = { external_id: 'loan_1', owner: contact.owner, borrower };
    expect(await made('loans', loan)).not.toBe(await made('loans', loan));
  });

  it('are changed by PATCH and listed in pages', async () => {
    for (let number = 1; number <= 12; number += 1)
      await made('contacts', { ...contact, email: `a${number}@example.com` });
    await ask('PATCH', '/v1/contacts/56495', { first_name: 'Emery' });
    expect((await ask('GET', '/v1/contacts/56495')).body).toMatchObject({
      first_name: 'Emery',
      last_name: 'Sample',
    });
    const page = await ask('GET', '/v1/contacts?page[number]=2');
    expect(page.body['objects']).toHaveLength(2);
    expect(page.body['links']).toMatchObject({ next: null, prev: expect.stringContaining('page[number]=1') });
  });

  it.each<[string, string, string, unknown, Record<string, string>, number]>([
    ['another content type', 'POST', '/v1/contacts', contact, { 'content-type': 'text/plain' }, 415],
    ['broken JSON', 'POST', '/v1/contacts', '{', {}, 400],
    ['a contact nobody can reach', 'POST', '/v1/contacts', { ...contact, email: undefined }, {}, 400],
    ['a contact without an owner', 'POST', '/v1/contacts', { ...contact, owner: undefined }, {}, 400],
    [
      'a loan of a borrower who is not there',
      'POST',
      '/v1/loans',
      { external_id: 'l', owner: contact.owner, borrower: { id: 1 } },
      {},
      422,
    ],
    [
      'a status the account does not have',
      'PATCH',
      '/v1/loans/1',
      { loan_status: { loan_status: 'Odd' } },
      {},
      404,
    ],
    ['another method', 'POST', '/v1/contacts/1', contact, {}, 405],
    ['no token', 'GET', '/v1/contacts', undefined, { authorization: 'Bearer other' }, 401],
  ])('refuses %s', async (_, method, path, body, headers, status) => {
    expect(await ask(method, path, body, headers)).toMatchObject({
      status,
      body: { error: expect.any(String) },
    });
  });

  it('refuses an owner whom the account does not know', async () => {
    await expert.control('PUT', '/faults', { unknownOwners: ['user_1'] });
    expect(await ask('POST', '/v1/contacts', contact)).toMatchObject({
      status: 422,
      body: { error: 'Unable to find owner' },
    });
  });

  it('are there after a restart', async () => {
    await expert.served.close();
    expert = await serveTotalExpert(store);
    token = String((await askToken()).body['access_token']);
    await made('contacts', contact);
    await expert.served.close();
    expert = await serveTotalExpert(store);
    expect((await expert.control('GET', '/records')).body).toMatchObject({
      contacts: [{ id: 56_495, writes: 1 }],
      tokenCalls: 1,
    });
    expect((await ask('GET', '/v1/contacts')).status).toBe(200);
  });
});

describe('outages by switch', () => {
  it('answers 503 while down', async () => {
    await expert.control('PUT', '/faults', { down: true });
    expect((await ask('GET', '/v1/contacts')).status).toBe(503);
    await expert.control('PUT', '/faults', {});
    expect((await ask('GET', '/v1/contacts')).status).toBe(200);
  });

  it('answers 500 after it accepted, for as many changes as asked', async () => {
    await expert.control('PUT', '/faults', { failAfterAccepting: 1 });
    expect((await ask('POST', '/v1/contacts', contact)).status).toBe(500);
    expect((await ask('POST', '/v1/contacts', contact)).status).toBe(200);
  });

  it('answers 429 for as many calls as asked, and over a thousand in a minute', async () => {
    await expert.control('PUT', '/faults', { tooManyRequests: 1 });
    expect((await ask('GET', '/v1/contacts')).status).toBe(429);
    expect((await ask('GET', '/v1/contacts')).status).toBe(200);
    const url = new URL('http://127.0.0.1/v1/contacts');
    const headers = { authorization: `Bearer ${token}` };
    const call = () => expert.sandbox.handle({ method: 'GET', url, headers, body: new Uint8Array() });
    for (let number = 3; number <= 1000; number += 1) expect((await call()).status).toBe(200);
    expect((await call()).status).toBe(429);
    await expert.context.clock.advance(60_001);
    expect((await call()).status).toBe(200);
  });

  it('answers late while slow', async () => {
    await expert.control('PUT', '/faults', { slowMs: 5000 });
    let isAnswered = false;
    const asked = ask('GET', '/v1/contacts').then(() => (isAnswered = true));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(isAnswered).toBe(false);
    await expert.context.clock.advance(5000);
    await asked;
  });

  it('refuses a switch it does not know', async () => {
    expect(await expert.control('PUT', '/faults', { dwon: true })).toMatchObject({ status: 400 });
  });
});
