import { expect } from 'vitest';
import { LoanView, newLoan, openSampleLoan, readLoan } from './sample-loan.ts';
import type { Scene } from './scene.ts';

export const openedLoan = {
  'an opened loan is a lead of its officer, tells what is missing, and shows no sealed field': async ({
    cast,
  }: Scene) => {
    const { loanId } = await openSampleLoan(cast.officer, cast.address('opened'));
    const loan = await readLoan(cast.officer, loanId);
    expect(loan.stage).toBe('NEW_LEAD');
    expect(loan.missingItems.toSorted()).toEqual(['estimatedPropertyValue', 'income', 'propertyAddress']);
    expect(JSON.stringify(loan)).not.toContain('900-70-0001');
  },
  'what breaks a rule is refused by field, and what was typed is not repeated': async ({ cast }: Scene) => {
    const [borrower] = newLoan(cast.address('wrong')).borrowers;
    const answer = await cast.officer.post('/v1/loans', {
      ...newLoan(cast.address('wrong')),
      borrowers: [{ ...borrower, ssn: '000-12-3456' }],
    });
    expect(answer).toMatchObject({ status: 400, body: { problems: [{ field: 'borrowers.0.ssn' }] } });
    expect(JSON.stringify(answer.body)).not.toContain('000-12-3456');
  },
  'a change against an older state of the loan is refused': async ({ cast }: Scene) => {
    const { loanId } = await openSampleLoan(cast.officer, cast.address('stale'));
    const { version } = await readLoan(cast.officer, loanId);
    const change = (amountCents: number) =>
      cast.officer.patch(`/v1/loans/${loanId}`, { amountCents }, { ifMatch: `"${version}"` });
    const answers = await Promise.all([change(30_000_000), change(29_000_000)]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 412]));
    expect(LoanView.parse(answers.find(({ status }) => status === 200)?.body).version).toBeGreaterThan(
      version,
    );
  },
};
