import type { SampleScenario } from './scenario.ts';

/** What a loan officer sends to open the scenario's loan (`POST /v1/loans`); 693,333 cents are 80 hours at $40, 26 times a year, by twelve. */
export const loanRequest = ({ borrower, employer, loan }: SampleScenario, agentEmail: string) => ({
  purpose: loan.purpose.toUpperCase(),
  amountCents: loan.amountCents,
  property: {
    address: {
      line1: loan.property.street,
      city: loan.property.city,
      state: loan.property.state,
      zip: loan.property.zip,
    },
    state: loan.property.state,
    value: {
      amountCents: loan.propertyValueCents,
      kind: 'CONTRACT',
      source: 'purchase contract',
      asOfOn: '2026-11-14',
    },
  },
  borrowers: [
    {
      firstName: borrower.firstName,
      lastName: borrower.lastName,
      email: borrower.email,
      ssn: borrower.ssn,
      birthOn: borrower.bornOn,
      employerName: employer.name,
      statedMonthlyIncomeCents: 693_333,
      authorizesVerification: true,
    },
  ],
  agent: {
    firstName: 'Robin',
    lastName: 'Placeholder',
    email: agentEmail,
    company: 'Placeholder Realty',
  },
});
