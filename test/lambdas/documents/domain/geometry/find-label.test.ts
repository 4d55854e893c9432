import { describe, expect, it } from 'vitest';
import { findLabels } from '../../../../../lambdas/documents/domain/geometry/find-label.ts';
import { layOut } from '../../../../../lambdas/documents/domain/geometry/layout.ts';
import { typedPage } from '../../../../support/page-words.ts';

const found = (text: string, phrases: string[]) =>
  findLabels(layOut(typedPage([[0.1, [0.1, text]]])), { wanted: phrases }).map((label) => label.phrase);

describe('labels on a page', () => {
  it.each([
    ['Net Pay', 'net pay'],
    ['NetPay', 'net pay'],
    ['Socisl Security wagas', 'social security wages'],
    ['Employee’s Social Security Number', 'employees social security number'],
    ['Wages, tips, other compensation', 'wages tips other comp*'],
    ['Social security tav withheld', 'social security tax withheld'],
  ])('are found as %s', (printed, phrase) => {
    expect(found(printed, [phrase])).toEqual([phrase]);
  });

  it.each([
    ["Employee's name, address, and ZIP code", 'employers name address and zip code'],
    ['Credit', 'credits'],
    ['12b Code', '12a code'],
    ['Net', 'net pay'],
  ])('%s is not taken for "%s"', (printed, phrase) => {
    expect(found(printed, [phrase])).toEqual([]);
  });

  it('give a word to the longest phrase that fits', () => {
    expect(found('Total Net Pay', ['net pay', 'total net pay'])).toEqual(['total net pay']);
  });

  it('are not put together from two columns', () => {
    const page = layOut(typedPage([[0.1, [0.1, 'Net'], [0.6, 'Pay']]]));
    expect(findLabels(page, { wanted: ['net pay'] })).toEqual([]);
  });
});
