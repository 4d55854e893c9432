import { describe, expect, it } from 'vitest';
import { classify } from '../../../../lambdas/documents/domain/classify.ts';
import { layOut } from '../../../../lambdas/documents/domain/geometry/layout.ts';
import {
  BANK_STATEMENT_LINES,
  LICENCE_LINES,
  PAY_STUB_LINES,
  typedPage,
  w2Lines,
} from '../../../support/page-words.ts';
import type { TypedLine } from '../../../support/page-words.ts';

const typeOf = (lines: readonly TypedLine[]): string => classify(layOut(typedPage(lines))).type;
const column = (...texts: string[]): TypedLine[] =>
  texts.map((text, index): TypedLine => [0.05 + index * 0.02, [0.06, text]]);

const URLA = column(
  'Uniform Residential Loan Application',
  'Section 1: Borrower Information',
  '1a. Personal Information',
  'Name (First, Middle, Last, Suffix)',
  'Freddie Mac Form 65 Fannie Mae Form 1003',
);
const FORM_1040 = column(
  'Form 1040 U.S. Individual Income Tax Return 2025',
  'Your first name and middle initial',
  'Filing Status',
  'Taxable interest',
  'Standard Deduction',
);

describe('the type of a page', () => {
  it.each([
    ['a pay stub', PAY_STUB_LINES, 'pay-stub'],
    ['a W-2', w2Lines(0.05), 'w2'],
    ['two copies of a W-2', [...w2Lines(0.03), ...w2Lines(0.5)], 'w2'],
    ['a bank statement', BANK_STATEMENT_LINES, 'bank-statement'],
    ["a driver's licence", LICENCE_LINES, 'driver-licence'],
    ['an application', URLA, 'urla'],
    ['a tax return', FORM_1040, 'form-1040'],
  ])('is known of %s', (_, lines, type) => {
    expect(typeOf(lines)).toBe(type);
  });

  it.each([
    [
      'a verification of employment',
      [...PAY_STUB_LINES, [0.9, [0.1, 'Request for Verification of Employment']] as TypedLine],
    ],
    [
      'a closing disclosure that names the loan application',
      [...URLA, [0.9, [0.1, 'Closing Disclosure']] as TypedLine],
    ],
    [
      'a credit card statement',
      [...BANK_STATEMENT_LINES, [0.6, [0.1, 'Minimum Payment Due'], [0.5, '$35.00']] as TypedLine],
    ],
    [
      'a utility bill',
      column(
        'Account Number: 1234567',
        'Statement Date: 01/02/2026',
        'Previous Balance $100.00',
        'Energy Charges $90.00',
        'Amount Due $90.00',
      ),
    ],
    [
      'a passport',
      column(
        'PASSPORT',
        'Surname SAMPLE',
        'Date of birth 05 APR 1990',
        'Sex F',
        'Date of expiration 04 APR 2030',
        'Class',
      ),
    ],
    [
      'a 1099',
      column(
        'Form 1099-INT',
        'PAYER name',
        'Interest income',
        'Federal income tax withheld',
        'RECIPIENT TIN',
      ),
    ],
    ['a note', column('ADJUSTABLE RATE NOTE', 'I promise to pay the principal', 'Interest rate', 'Payments')],
    ['an empty page', []],
  ])('is unknown for %s', (_, lines) => {
    expect(typeOf(lines as readonly TypedLine[])).toBe('unknown');
  });

  it('shows the labels that it rests on', () => {
    expect(classify(layOut(typedPage(BANK_STATEMENT_LINES))).evidence).toEqual(
      expect.arrayContaining(['beginning balance', 'statement period']),
    );
  });
});
