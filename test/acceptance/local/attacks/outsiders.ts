import { expect } from 'vitest';
import type { KeyturnClient } from '../../../../tools/client/keyturn-client.ts';
import { declarationOf } from '../../../../tools/client/upload.ts';
import { viewOf } from '../../../support/road/road-loan.ts';
import type { Attacks, Victims } from './victims.ts';

/** Every path by which a loan or a document can be asked for, and how a borrower who is not on the loan is answered. */
const paths = (loanId: string, documentId: string) =>
  [
    ['GET', `/v1/loans/${loanId}`, 404],
    ['GET', `/v1/loans/${loanId}/transitions`, 404],
    ['GET', `/v1/loans/${loanId}/needs`, 404],
    ['GET', `/v1/loans/${loanId}/documents`, 404],
    ['GET', `/v1/loans/${loanId}/documents/${documentId}`, 404],
    ['GET', `/v1/loans/${loanId}/documents/${documentId}/file`, 404],
    ['GET', `/v1/loans/${loanId}/income`, 403],
    ['GET', `/v1/loans/${loanId}/messages`, 403],
    ['GET', `/v1/loans/${loanId}/audit/verify`, 403],
    ['GET', `/v1/loans/${loanId}/audit/export`, 403],
    ['GET', `/v1/audit?loanId=${loanId}`, 403],
    ['POST', `/v1/loans/${loanId}/documents/${documentId}/review`, 403],
    ['POST', `/v1/loans/${loanId}/reveals`, 403],
    ['POST', `/v1/loans/${loanId}/transitions/withdraw`, 403],
    ['POST', `/v1/loans/${loanId}/documents`, 404],
  ] as const;

const bodyFor = (path: string, contactId: string): object => {
  if (path.endsWith('/review')) return { decision: 'accept', reasonCode: 'ReadByPerson' };
  if (path.endsWith('/reveals')) return { contactId, field: 'ssn', reason: 'CreditOrder' };
  if (path.endsWith('/documents'))
    return declarationOf(
      { fileName: 'a.pdf', contentType: 'application/pdf', bytes: new Uint8Array([1]) },
      contactId,
    );
  return {};
};

async function walk(who: KeyturnClient, { loan, documentId }: Victims) {
  const seen: (readonly [string, string, number])[] = [];
  for (const [method, path] of paths(loan.loanId, documentId)) {
    const { status } =
      method === 'GET' ? await who.get(path) : await who.post(path, bodyFor(path, loan.contactId));
    seen.push([method, path, status]);
  }
  return seen;
}

export const outsiders: Attacks = {
  "a borrower who asks for another's loan and document by id finds nothing on any path": async ({
    victims,
  }) => {
    expect(await walk(victims.stranger, victims)).toEqual(paths(victims.loan.loanId, victims.documentId));
  },
  "another's document is not reached under one's own loan": async ({ victims }) => {
    const { stranger, strangersLoan, documentId } = victims;
    for (const rest of ['', '/file'])
      expect(
        await stranger.get(`/v1/loans/${strangersLoan.loanId}/documents/${documentId}${rest}`),
      ).toMatchObject({ status: 404, body: { code: 'LoanNotFound' } });
  },
  'a refusal tells the same of a loan that is there and of one that is not': async ({ victims }) => {
    const { stranger, loan } = victims;
    const { body: there } = await stranger.get(`/v1/loans/${loan.loanId}`);
    const { body: nowhere } = await stranger.get('/v1/loans/loan_01JD0000000000000000000009');
    const plain = (body: unknown) => ({ ...(body as object), correlationId: '' });
    expect(plain(there)).toEqual(plain(nowhere));
  },
  "a co-borrower sees the loan, and nothing of the other's file, needs or income": async ({ victims }) => {
    const { coBorrower, loan, documentId, coBorrowerContactId } = victims;
    const seen = await viewOf(coBorrower, loan.loanId);
    expect(JSON.stringify(seen)).not.toContain(loan.contactId);
    expect(seen.parties.filter(({ kind }) => kind === 'borrower')).toMatchObject([
      { contactId: coBorrowerContactId },
    ]);
    expect(await coBorrower.get(`/v1/loans/${loan.loanId}/documents`)).toMatchObject({
      status: 200,
      body: { items: [] },
    });
    for (const rest of ['', '/file'])
      expect(await coBorrower.get(`/v1/loans/${loan.loanId}/documents/${documentId}${rest}`)).toMatchObject({
        status: 404,
      });
    expect(
      await coBorrower.post(`/v1/loans/${loan.loanId}/documents`, bodyFor('/documents', loan.contactId)),
    ).toMatchObject({ status: 404 });
  },
  'refusals stand on the trail': async ({ road, victims }) => {
    const answer = await road.cast.compliance.get(
      `/v1/audit?loanId=${victims.loan.loanId}&kind=reads&limit=200`,
    );
    const { items } = answer.body as { items: { action: string; actor: string }[] };
    const refused = items.filter(
      ({ action, actor }) => action === 'AccessRefused' && actor === victims.strangersLoan.contactId,
    );
    expect(refused.length).toBeGreaterThanOrEqual(12);
  },
};
