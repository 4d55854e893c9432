import { describe, expect, it } from 'vitest';
import {
  amount,
  code,
  count,
  date,
  datetime,
  email,
  indicator,
  letterIndicator,
  percent,
  taxpayerId,
  telephone,
} from '../../../../../lambdas/rules/mismo/binding/value-kinds.ts';
import { codesOf } from '../../../../../lambdas/rules/mismo/application/vocabularies.ts';
import type { ValueKind } from '../../../../../lambdas/rules/mismo/binding/value-kinds.ts';

const purpose = codesOf('LoanPurposeType');

type Row = [kind: ValueKind<unknown>, text: string, value: unknown, isPlain?: boolean];
const rows: Row[] = [
  [amount, '456', 45_600, true],
  [amount, '7916.67', 791_667, true],
  [amount, '-135.830', -13_583, true],
  [amount, '7916.666', 791_667, false],
  [amount, '$1,234.5', 123_450, false],
  [amount, '(12.00)', -1_200, false],
  [amount, '.5', 50, false],
  [amount, '1,23.00', undefined],
  [amount, '12 or so', undefined],
  [amount, '10000000000.01', undefined],
  [email, 'avery@example.test', 'avery@example.test', true],
  [email, 'avery@example.test; robin@example.test', 'avery@example.test; robin@example.test', false],
  [amount, '1e3', undefined],
  [amount, '99999999999999999999', undefined],
  [percent, '6.75', 67_500, true],
  [percent, '69.2857', 692_857, true],
  [percent, '6.5%', 65_000, false],
  [percent, '3.14159', 31_416, false],
  [purpose, 'mortgage modification', 'MortgageModification', false],
  [purpose, 'MORTGAGE_MODIFICATION', 'MortgageModification', false],
  [indicator, 'true', true, true],
  [indicator, 'TRUE', true, false],
  [indicator, 'No', false, false],
  [indicator, 'Deposited', undefined],
  [letterIndicator, 'Y', true, true],
  [letterIndicator, 'true', true, false],
  [count, '360', 360, true],
  [count, '24.0', 24, false],
  [count, '6,9', undefined],
  [date, '2026-02-28', '2026-02-28', true],
  [date, '2026-02', '2026-02', true],
  [date, '02/28/2026', '2026-02-28', false],
  [date, '2026-02-28T00:00:00', '2026-02-28', false],
  [date, '2026-02-30', undefined],
  [date, 'soon', undefined],
  [datetime, '2026-06-01T09:00:00-07:00', '2026-06-01T09:00:00-07:00', true],
  [datetime, '2026-06-01T09:00:00', '2026-06-01T09:00:00', false],
  [datetime, 'noon', undefined],
  [taxpayerId, '900000001', '900000001', true],
  [taxpayerId, '900-00-0001', '900000001', false],
  [taxpayerId, 'xxx-xx-0001', undefined],
  [telephone, '5550100199', '5550100199', true],
  [telephone, '(555) 010-0199', '5550100199', false],
  [telephone, 'BYMAILONLY', undefined],
  [purpose, 'Purchase', 'Purchase', true],
  [purpose, 'PURCHASE', 'Purchase', false],
  [purpose, 'Cash-out', undefined],
  [code, 'Two Words', undefined],
];

describe('a data point’s text', () => {
  it.each(rows)('%# is understood or refused, and known to be plain or not', (kind, text, value, isPlain) => {
    expect([text, kind.read(text)]).toEqual([text, value]);
    if (value === undefined) return;
    expect([text, kind.isPlain(text)]).toEqual([text, isPlain]);
    expect(kind.schema.safeParse(value).success).toBe(true);
    expect(kind.read(kind.write(value))).toEqual(value);
    expect(kind.isPlain(kind.write(value))).toBe(isPlain || kind.write(value) !== text);
  });
});
