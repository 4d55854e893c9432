import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field } from '../../../../lambdas/documents/domain/document-reading.ts';
import {
  correctFacts,
  correctionUnit,
  factsOf,
  factUnit,
  fitsUnit,
} from '../../../../lambdas/documents/domain/facts.ts';

const field = (
  name: string,
  kind: Field['kind'],
  value: Field['value'],
  more: Partial<Field> = {},
): Field => ({
  name,
  kind,
  value,
  printed: String(value),
  page: 2,
  box: { left: 0.1, top: 0.2, width: 0.3, height: 0.01 },
  confidence: 97,
  engine: 'textract-detect',
  trust: 'confirmed',
  ...more,
});

describe('facts of a reading', () => {
  it.each<[string, Field['kind'], Field['value'], string | undefined, string | undefined]>([
    ['currentGross', 'money', 312_500, '312500', 'cents'],
    ['closingBalance', 'money', -5, '-5', 'cents'],
    ['regularHours', 'decimal', '80.5', '8050', 'hours-hundredths'],
    ['regularHours', 'decimal', '0.25', '25', 'hours-hundredths'],
    ['regularHours', 'decimal', '40', '4000', 'hours-hundredths'],
    ['regularHours', 'decimal', '1.234', undefined, undefined],
    ['regularRate', 'decimal', '25.125', '25.125', 'text'],
    ['payDate', 'date', '2026-03-20', '2026-03-20', 'date'],
    ['year', 'text', '2025', '2025', 'text'],
    ['employer', 'text', 'Example Mills', 'Example Mills', 'text'],
    ['box13Retirement', 'flag', true, 'true', 'text'],
    ['employee', 'text', 'Avery Sample', undefined, undefined],
    ['employeeAddress', 'text', '12 Loom Street', undefined, undefined],
    ['holder', 'text', 'Avery Sample', undefined, undefined],
    ['dateOfBirth', 'date', '1990-01-01', undefined, undefined],
    ['ssn', 'identifier', '900-12-3456', undefined, undefined],
    ['accountTail', 'identifier', '1234', undefined, undefined],
    ['ein', 'identifier', '99-1234567', undefined, undefined],
  ])('%s (%s) of %s', (name, kind, value, expected, unit) => {
    const [fact] = factsOf({ fields: [field(name, kind, value)] });
    expect([fact?.value, fact?.unit]).toEqual([expected, unit]);
  });

  it('carry page, box, confidence and engine', () => {
    expect(factsOf({ fields: [field('netPay', 'money', 1)] })).toEqual([
      {
        name: 'netPay',
        value: '1',
        unit: 'cents',
        page: 2,
        box: { left: 0.1, top: 0.2, width: 0.3, height: 0.01 },
        confidence: 97,
        engine: 'textract-detect',
      },
    ]);
  });

  it('leave a doubtful value out, unless a person looked at it', () => {
    const fields = [field('netPay', 'money', 1, { trust: 'doubtful' })];
    expect(factsOf({ fields })).toEqual([]);
    expect(factsOf({ fields }, new Set(['netPay']))).toHaveLength(1);
  });

  it('never hold what an identifier says, whatever its name', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, value) => {
        expect(factsOf({ fields: [field(name, 'identifier', value)] })).toEqual([]);
      }),
    );
  });

  it('hold text of no name that is not listed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,6}[A-Z][a-z]{1,6}$/), fc.string(), (name, value) => {
        fc.pre(!['payFrequency', 'accountType', 'employerState'].includes(name) && !name.endsWith('Hours'));
        fc.pre(!['periodStart', 'periodEnd', 'payDate', 'statementDate', 'issueDate'].includes(name));
        expect(factsOf({ fields: [field(name, 'text', value)] })).toEqual([]);
      }),
    );
  });
});

describe('corrections', () => {
  const reading = {
    type: 'pay-stub' as const,
    pages: [4],
    fields: [field('currentGross', 'money', 100), field('ssn', 'identifier', 'x')],
    absent: [
      { name: 'regularHours', reason: 'not found' },
      { name: 'employee', reason: 'not found' },
    ],
  };

  it.each([
    ['currentGross', 'cents'],
    ['ytdGross', 'cents'],
    ['payDate', 'date'],
    ['regularHours', 'hours-hundredths'],
    ['ssn', undefined],
    ['employee', undefined],
    ['box1', undefined],
  ])('of %s are in %s', (name, unit) => {
    expect(correctionUnit(reading, name)).toBe(unit);
  });

  it.each([
    ['312500', 'cents', true],
    ['3,125.00', 'cents', false],
    ['2026-03-20', 'date', true],
    ['03/20/2026', 'date', false],
    ['8000', 'hours-hundredths', true],
    ['a\u202Eb', 'text', false],
  ] as const)('%s in %s', (value, unit, fits) => {
    expect(fitsUnit(value, unit)).toBe(fits);
  });

  it('replace the value where it stands, and add one that was not found', () => {
    const corrections = [
      { fact: 'currentGross', value: '200' },
      { fact: 'ytdGross', value: '900' },
    ];
    const facts = correctFacts(factsOf(reading), reading, corrections, 'user_x');
    expect(facts.map(({ name, value, page, correctedBy }) => [name, value, page, correctedBy])).toEqual([
      ['currentGross', '200', 2, 'user_x'],
      ['ytdGross', '900', 4, 'user_x'],
    ]);
  });

  it('have the unit that the machine would have given', () => {
    for (const name of ['currentGross', 'ytdGross', 'netPay', 'box1', 'closingBalance', 'line11AGI'])
      expect(factUnit(name)).toBe('cents');
  });
});
