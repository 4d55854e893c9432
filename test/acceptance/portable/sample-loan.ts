import * as z from 'zod';
import { expectBody, type KeyturnClient } from '../../../tools/client/keyturn-client.ts';

export const LoanView = z.looseObject({
  loanId: z.string(),
  stage: z.string(),
  missingItems: z.array(z.string()),
  parties: z.array(z.looseObject({ contactId: z.string(), kind: z.string() })),
  needs: z.array(z.looseObject({ kind: z.string(), status: z.string() })),
  version: z.int(),
});
export type LoanView = z.output<typeof LoanView>;

/** An application of an invented person; three of the six items are still missing. */
export const newLoan = (borrowerEmail: string) => ({
  purpose: 'PURCHASE',
  amountCents: 31_200_000,
  property: { state: 'NC' },
  borrowers: [
    {
      firstName: 'Avery',
      lastName: 'Sample',
      email: borrowerEmail,
      employerName: 'Example Mills',
      ssn: '900-70-0001',
    },
  ],
});

/** What the application above misses. */
export const missingFacts = (contactId: string) => ({
  address: { line1: '100 Example Street', city: 'Sampleton', state: 'NC', zip: '27000' },
  valuation: {
    amountCents: 39_000_000,
    kind: 'CONTRACT',
    source: 'purchase contract',
    asOfOn: '2026-03-02',
  },
  borrower: { contactId, statedMonthlyIncomeCents: 650_000 },
});

export interface OpenedLoan {
  loanId: string;
  contactId: string;
}

export async function openSampleLoan(officer: KeyturnClient, borrowerEmail: string): Promise<OpenedLoan> {
  const { loanId, parties } = expectBody(
    await officer.post('/v1/loans', newLoan(borrowerEmail)),
    201,
    LoanView,
  );
  const contactId = parties.find(({ kind }) => kind === 'borrower')?.contactId;
  if (contactId === undefined) throw new Error('the loan was opened without its borrower');
  return { loanId, contactId };
}

export const readLoan = async (caller: KeyturnClient, loanId: string): Promise<LoanView> =>
  expectBody(await caller.get(`/v1/loans/${loanId}`), 200, LoanView);
