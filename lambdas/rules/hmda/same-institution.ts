import type { FilingContext } from './filing-context.ts';
import type { TsRow } from './ts-row.ts';

/** Whether the sheet names another agency, tax number or LEI than the institution's own; an LEI in either case. */
export function isOtherInstitution(sheet: TsRow, { reference: { institution } }: FilingContext): boolean {
  return (
    institution !== undefined &&
    (sheet.federalAgency !== institution.federalAgency ||
      sheet.taxpayerIdentification !== institution.taxpayerIdentification ||
      sheet.lei.toUpperCase() !== institution.lei.toUpperCase())
  );
}
