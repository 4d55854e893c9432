import { describe, expect, it } from 'vitest';
import {
  parseAccountNumber,
  parseEin,
  parseMixedIdentifier,
  parseSsn,
} from '../../../../../lambdas/documents/domain/values/parse-identifier.ts';

describe('identifiers as printed', () => {
  it.each([
    ['900-12-3456', '900-12-3456'],
    ['900 – 12 – 3456', '900-12-3456'],
    ['900 12 3456', '900-12-3456'],
    ['900123456', '900-12-3456'],
    ['XXX-XX-3456', 'XXX-XX-3456'],
    ['***-**-3456', '***-**-3456'],
  ])('reads the social security number %s', (printed, ssn) => {
    expect(parseSsn(printed)).toBe(ssn);
  });

  it.each([
    '90012345',
    '9001234567',
    '000-12-3456',
    '900-00-3456',
    '900-12-0000',
    '900-12-345G',
    '90-012-3456',
  ])('refuses %s as a social security number', (printed) => {
    expect(parseSsn(printed)).toBeUndefined();
  });

  it('reads an employer number only in its own shape', () => {
    expect(parseEin('99-1234567')).toBe('99-1234567');
    expect([parseEin('991234567'), parseEin('9-91234567'), parseEin('A 392')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('keeps an account number as printed, masked or in groups, and refuses words and amounts', () => {
    expect(parseAccountNumber('333 008755555')).toBe('333 008755555');
    expect(parseAccountNumber('xxxx-4321')).toBe('xxxx-4321');
    expect([
      parseAccountNumber('12.50'),
      parseAccountNumber('12345'),
      parseAccountNumber('to 10/31/2021'),
    ]).toEqual([undefined, undefined, undefined]);
  });

  it('wants a digit in a licence or control number', () => {
    expect(parseMixedIdentifier('SB123456')).toBe('SB123456');
    expect([parseMixedIdentifier('NONE'), parseMixedIdentifier('SB12)456')]).toEqual([undefined, undefined]);
  });
});
