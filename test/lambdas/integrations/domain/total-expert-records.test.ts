import { describe, expect, it } from 'vitest';
import { lineageOf, payloadOf } from '../../../../lambdas/integrations/domain/record-to-send.ts';
import { contactRecord, loanRecord } from '../../../../lambdas/integrations/domain/total-expert-records.ts';
import type { Stage } from '../../../../lambdas/shared/stages.ts';
import { borrower, channelsOf, loanId, summary } from '../loan-on-file.ts';

describe('a borrower at Total Expert', () => {
  it('is the contact’s name and channels under our id, owned by the loan officer', () => {
    expect(payloadOf(contactRecord(channelsOf(borrower, 'Avery'), summary))).toEqual({
      source: 'Keyturn',
      external_id: borrower,
      first_name: 'Avery',
      last_name: 'Sample',
      email: 'avery.sample@example.com',
      owner: { external_id: summary.officerUserId },
    });
  });
});

describe('a loan at Total Expert', () => {
  const loan = loanRecord(summary, ['56495', '56496']);

  it('is sent in the partner’s own words', () => {
    expect(payloadOf(loan)).toEqual({
      external_id: loanId,
      owner: { external_id: summary.officerUserId },
      borrower: { id: '56495' },
      coborrower: { id: '56496' },
      loan_number: '26-000001',
      loan_amount: '400000.00',
      loan_purpose: { loan_purpose: 'Purchase' },
      loan_status: { loan_status: 'Lead' },
      state: 'CO',
      created_date: '2026-11-21 15:00:00',
    });
  });

  it.each<[Stage, string]>([
    ['APPLICATION', 'Application'],
    ['CLEAR_TO_CLOSE', 'Clear to Close'],
    ['WITHDRAWN', 'Withdrawn'],
  ])('in %s has the status %s', (stage, status) => {
    expect(payloadOf(loanRecord({ ...summary, stage }, ['1']))['loan_status']).toEqual({
      loan_status: status,
    });
  });

  it.each([
    [5, '0.05'],
    [100, '1.00'],
    [12_345_678, '123456.78'],
  ])('sends %i cents as %s', (amountCents, dollars) => {
    expect(payloadOf(loanRecord({ ...summary, amountCents }, ['1']))['loan_amount']).toBe(dollars);
  });

  it('carries the property’s address once there is one', () => {
    const propertyAddress = {
      line1: '1 Sample Way',
      line2: 'Unit 2',
      city: 'Exampleton',
      state: 'CO',
      zip: '80000',
    };
    expect(payloadOf(loanRecord({ ...summary, propertyAddress }, ['1']))).toMatchObject({
      address: '1 Sample Way, Unit 2',
      city: 'Exampleton',
      state: 'CO',
      zip_code: '80000',
    });
  });

  it('says of every field which item and version it came from', () => {
    const lineage = lineageOf(loan);
    expect(lineage.map(({ field }) => field).toSorted()).toEqual(Object.keys(payloadOf(loan)).toSorted());
    expect(lineage).toContainEqual({
      field: 'loan_amount',
      from: 'loan-summary',
      itemId: loanId,
      version: 1,
    });
    expect(lineage).toContainEqual({ field: 'borrower', from: 'partner-record', itemId: loanId });
  });
});
