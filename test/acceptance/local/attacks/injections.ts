import { expect } from 'vitest';
import { eventually, expectBody } from '../../../../tools/client/keyturn-client.ts';
import { LoanView, newLoan, scenarioOf } from '../../../support/road/road-loan.ts';
import type { Attacks } from './victims.ts';

const refusedNames = [
  "Robert'); DROP TABLE loans;--",
  '<script>alert(1)</script>',
  '=HYPERLINK("http://x.example")',
  'Avery\r\nBcc: all@x.example',
];
const text = {
  sql: "Mills' OR '1'='1'; DROP TABLE entities;--",
  html: '<img src=x onerror=alert(1)>',
  csv: '=cmd|"/c calc"!A1',
};

export const injections: Attacks = {
  'a name that is no name is refused by the field, and not repeated': async ({ road }) => {
    const body = newLoan(scenarioOf(50));
    for (const firstName of refusedNames) {
      const [borrower] = body.borrowers;
      const answer = await road.cast['loan-officer'].post('/v1/loans', {
        ...body,
        borrowers: [{ ...borrower, firstName }],
      });
      expect(answer).toMatchObject({ status: 400, body: { problems: [{ field: 'borrowers.0.firstName' }] } });
      expect(JSON.stringify(answer.body)).not.toContain(firstName.slice(0, 8));
    }
  },
  'free text is kept as text, whatever it says': async ({ road }) => {
    for (const [index, employerName] of Object.values(text).entries()) {
      const body = newLoan(scenarioOf(60 + index));
      const [borrower] = body.borrowers;
      const opened = await road.cast['loan-officer'].post('/v1/loans', {
        ...body,
        borrowers: [{ ...borrower, employerName }],
      });
      const { loanId } = expectBody(opened, 201, LoanView);
      const { parties } = expectBody(await road.cast.manager.get(`/v1/loans/${loanId}`), 200, LoanView);
      expect(parties).toContainEqual(expect.objectContaining({ employerName }));
    }
  },
  'a name with an apostrophe and a dangerous tail arrives in a mail as text': async ({ road }) => {
    const scenario = scenarioOf(70);
    const body = newLoan(scenario);
    const [borrower] = body.borrowers;
    const firstName = "D'Arcy -- ' OR ''";
    const opened = await road.cast['loan-officer'].post('/v1/loans', {
      ...body,
      borrowers: [{ ...borrower, firstName }],
    });
    const { loanId } = expectBody(opened, 201, LoanView);
    const mail = await eventually(
      'the invitation',
      async () =>
        (await road.control.mails()).find(
          ({ tags, to }) => tags['loanId'] === loanId && to.includes(scenario.borrower.email),
        ),
      { withinMs: 60_000 },
    );
    expect(mail.text).toContain(`Hello ${firstName},`);
    expect(mail.html).not.toMatch(/<(?!\/?(?:html|body|p|a|br|!doctype)\b|!doctype)/i);
  },
};
