import { describe, expect, it } from 'vitest';
import { as, identityApi } from '../identity-api.ts';

describe('GET /v1/me', () => {
  it.each([
    as('operations'),
    { kind: 'borrower', contactId: 'cont_01JD0000000000000000000002', role: 'borrower' },
  ] as const)('says who the caller is: %j', async (who) => {
    expect(await identityApi().call('GET', '/v1/me', who)).toMatchObject({ status: 200, body: who });
  });
});
