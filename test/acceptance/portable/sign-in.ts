import { expect } from 'vitest';
import { openSampleLoan } from './sample-loan.ts';
import type { Scene } from './scene.ts';

/** The first operator, appointed staff, and a borrower whom the verified address of an invitation binds. */
export const signIn = {
  'the address that the stage names becomes operations by signing in, and stays the same person': async ({
    cast,
  }: Scene) => {
    const first = await cast.operator.get('/v1/me');
    expect(first).toMatchObject({ status: 200, body: { kind: 'staff', role: 'operations' } });
    expect((await cast.operator.get('/v1/me')).body).toEqual(first.body);
  },
  'an appointed user signs in as what they were appointed': async ({ cast }: Scene) => {
    expect(await cast.underwriter.get('/v1/me')).toMatchObject({
      status: 200,
      body: { kind: 'staff', role: 'underwriter' },
    });
  },
  'a borrower is bound by the verified address that the loan names, and sees that loan': async ({
    cast,
  }: Scene) => {
    const email = cast.address('bound');
    const { loanId, contactId } = await openSampleLoan(cast.officer, email);
    const borrower = await cast.signIn('borrowers', email);
    expect(await borrower.get('/v1/me')).toMatchObject({
      status: 200,
      body: { kind: 'borrower', contactId },
    });
    expect(await borrower.get(`/v1/loans/${loanId}`)).toMatchObject({ status: 200, body: { loanId } });
  },
  'an address that is not verified binds nobody': async ({ cast }: Scene) => {
    const email = cast.address('unverified');
    await openSampleLoan(cast.officer, email);
    const claimant = await cast.signIn('borrowers', email, { emailVerified: false });
    expect(await claimant.get('/v1/me')).toMatchObject({ status: 403 });
  },
  'a staff address does not sign in through the pool of borrowers': async ({ cast }: Scene) => {
    const intruder = await cast.signIn('borrowers', cast.address('manager'));
    expect(await intruder.get('/v1/me')).toMatchObject({ status: 403 });
  },
  'nobody comes in without a token or with one that no pool signed': async ({ cast }: Scene) => {
    expect(await cast.nobody.get('/v1/me')).toMatchObject({ status: 401 });
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const forged = `${part({ alg: 'RS256', kid: 'forged' })}.${part({ sub: 'forged' })}.${part({})}`;
    expect(await cast.withToken(forged).get('/v1/me')).toMatchObject({ status: 401 });
  },
};
