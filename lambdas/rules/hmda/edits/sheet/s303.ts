import type { SheetEdit } from '../../edit.ts';
import { isOtherInstitution } from '../../same-institution.ts';

export const s303: SheetEdit = {
  id: 'S303',
  kind: 'syntactical',
  text: 'The reported Federal Agency; Federal Taxpayer Identification Number; and Legal Entity Identifier must match the Federal Agency; Federal Taxpayer Identification Number; and Legal Entity Identifier for the financial institution for which you are filing. Please confirm the information below and update your file accordingly. 1)The correct financial institution was at the start of the filing; and 2)The correct file was uploaded; and 3)The Federal Agency, Federal Taxpayer Identification Number, and  Legal Entity Identifier are reported correctly in the file.',
  through: 2024,
  needs: ['institution'],
  fields: ['federalAgency', 'taxpayerIdentification', 'lei'],
  fails: isOtherInstitution,
};
