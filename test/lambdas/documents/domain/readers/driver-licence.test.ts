import { describe, expect, it } from 'vitest';
import { layOut } from '../../../../../lambdas/documents/domain/geometry/layout.ts';
import { readDriverLicence } from '../../../../../lambdas/documents/domain/readers/driver-licence.ts';
import { LICENCE_LINES, typedPage } from '../../../../support/page-words.ts';
import type { TypedLine } from '../../../../support/page-words.ts';

const read = (lines: readonly TypedLine[]) =>
  Object.fromEntries(
    readDriverLicence([layOut(typedPage(lines))]).fields.map((field) => [field.name, field]),
  );

describe("reading a driver's licence", () => {
  it('reads the numbered fields of the card', () => {
    const fields = read(LICENCE_LINES);
    expect(
      [
        'state',
        'documentNumber',
        'dateOfBirth',
        'issueDate',
        'expirationDate',
        'class',
        'restrictions',
        'sex',
        'familyName',
        'givenName',
        'address',
      ].map((name) => fields[name]?.value),
    ).toEqual([
      'OHIO',
      'SB123456',
      '1990-04-05',
      '2023-04-06',
      '2027-04-05',
      'D',
      'NONE',
      'F',
      'SAMPLE',
      'AVERY',
      '34 WEFT LANE, SAMPLETON, OH, 44100',
    ]);
  });

  it('doubts dates that are out of order', () => {
    const swapped = LICENCE_LINES.map(([top, ...pieces]): TypedLine => [
      top,
      ...pieces.map(([left, text]) => [left, text === '04/05/2027' ? '04/05/2022' : text] as const),
    ]);
    expect(read(swapped)['expirationDate']?.trust).toBe('doubtful');
  });
});
