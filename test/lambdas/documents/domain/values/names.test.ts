import { describe, expect, it } from 'vitest';
import {
  isCityLine,
  isCompanyName,
  isPersonName,
  sameEmployer,
  samePerson,
} from '../../../../../lambdas/documents/domain/values/names.ts';

describe('names', () => {
  it.each([
    ['MARÍA GARCÍA', 'Garcia, Maria', true],
    ['Avery Q. Sample', 'Avery Sample', true],
    ['Avery Sample Jr.', 'AVERY SAMPLE', true],
    ['Avery Sample', 'Avery Simple', false],
    ['Avery', 'Avery Sample', false],
  ])('%s and %s are the same person: %s', (one, other, same) => {
    expect(samePerson(one, other)).toBe(same);
  });

  it('compares employers without their legal form', () => {
    expect(sameEmployer('Example Mills, Inc.', 'EXAMPLE MILLS')).toBe(true);
    expect(sameEmployer('Example Mills', 'Sample Mills')).toBe(false);
    expect(sameEmployer('Inc.', 'LLC')).toBe(false);
  });

  it('tells people, companies and address lines apart', () => {
    expect([
      isPersonName('AVERY SAMPLE'),
      isPersonName('Example Mills Inc.'),
      isPersonName('34 Weft Lane'),
    ]).toEqual([true, false, false]);
    expect([isCompanyName('EXAMPLE CORP.'), isCompanyName('Avery Sample')]).toEqual([true, false]);
    expect([
      isCityLine('Sampleton, OH 44100'),
      isCityLine('Sampleton OH 44100-1234'),
      isCityLine('Total OH'),
    ]).toEqual([true, true, false]);
  });
});
