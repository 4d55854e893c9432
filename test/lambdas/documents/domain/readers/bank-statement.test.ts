import { describe, expect, it } from 'vitest';
import type { Field } from '../../../../../lambdas/documents/domain/document-reading.ts';
import { layOut } from '../../../../../lambdas/documents/domain/geometry/layout.ts';
import { readBankStatement } from '../../../../../lambdas/documents/domain/readers/bank-statement.ts';
import { BANK_STATEMENT_LINES, typedPage } from '../../../../support/page-words.ts';
import type { TypedLine } from '../../../../support/page-words.ts';

const statement = (lines: readonly TypedLine[], options = {}) =>
  readBankStatement([layOut(typedPage(lines, options))]);
const byName = (fields: readonly Field[]): Record<string, Field> =>
  Object.fromEntries(fields.map((field) => [field.name, field]));

describe('reading a bank statement', () => {
  it('reads bank, holder, account, period and balances', () => {
    const fields = byName(statement(BANK_STATEMENT_LINES).fields);
    expect(
      ['bank', 'holder', 'holderAddress', 'accountNumber', 'accountTail', 'periodStart', 'periodEnd'].map(
        (name) => fields[name]?.value,
      ),
    ).toEqual([
      'First Sample Bank',
      'AVERY SAMPLE',
      '34 Weft Lane, Sampleton, OH 44100',
      '000123456789',
      '6789',
      '2026-02-01',
      '2026-02-28',
    ]);
    expect(
      ['openingBalance', 'totalDeposits', 'totalWithdrawals', 'closingBalance'].map(
        (name) => fields[name]?.value,
      ),
    ).toEqual([100_000, 400_000, 125_050, 374_950]);
  });

  it('confirms the balances of a poor picture when they come out right', () => {
    expect(
      byName(statement(BANK_STATEMENT_LINES, { engine: 'textract-detect', confidence: 70 }).fields)[
        'closingBalance'
      ]?.trust,
    ).toBe('confirmed');
  });

  it('doubts an account number that is the end of a longer one', () => {
    const lines: TypedLine[] = [
      [0.1, [0.5, 'Account Number: 123456789']],
      [0.3, [0.1, 'Checking 000123456789']],
    ];
    expect(byName(statement(lines, { engine: 'textract-detect' }).fields)['accountNumber']?.trust).not.toBe(
      'clear',
    );
  });

  it('takes the amount under a label whose line ends with an equals sign', () => {
    const lines: TypedLine[] = [
      [0.2, [0.06, 'Your new balance as of 06/17/2026'], [0.5, '=']],
      [0.215, [0.46, '$375.68']],
    ];
    expect(byName(statement(lines).fields)['closingBalance']?.value).toBe(37_568);
  });

  it('reads rows by the headers of their amounts, and a signed column of both', () => {
    const two: TypedLine[] = [
      [
        0.2,
        [0.05, 'Date'],
        [0.2, 'Description'],
        [0.5, 'Deposits'],
        [0.65, 'Withdrawals'],
        [0.82, 'Balance'],
      ],
      [0.22, [0.05, '02/03/2026'], [0.2, 'Payroll'], [0.5, '1,250.00'], [0.82, '5,500.00']],
      [0.24, [0.05, '02/05/2026'], [0.2, 'Rent'], [0.66, '900.00'], [0.82, '4,600.00']],
    ];
    expect(statement(two).rows).toEqual([
      { on: '2026-02-03', description: 'Payroll', amountCents: 125_000, balanceCents: 550_000 },
      { on: '2026-02-05', description: 'Rent', amountCents: -90_000, balanceCents: 460_000 },
    ]);
    const signed: TypedLine[] = [
      [0.2, [0.05, 'Date'], [0.2, 'Description'], [0.6, 'Withdrawals /']],
      [0.213, [0.61, 'Deposits']],
      [0.24, [0.05, '2/6/2026'], [0.2, 'Groceries'], [0.63, '-171']],
    ];
    expect(statement(signed).rows).toEqual([
      { on: '2026-02-06', description: 'Groceries', amountCents: -17_100 },
    ]);
  });
});
