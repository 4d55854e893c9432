import { codes, field, integer, text } from './field-form.ts';

/** The 15 data fields of a transmittal sheet in the order of the file (Filing Instructions Guide, table 1). */
export const tsFields = [
  field('recordIdentifier', 'Record Identifier', codes('1')),
  field('institutionName', 'Financial Institution Name', text()),
  field('calendarYear', 'Calendar Year', integer()),
  field('calendarQuarter', 'Calendar Quarter', codes('1 2 3 4')),
  field('contactName', 'Contact Person’s Name', text()),
  field('contactPhone', 'Contact Person’s Telephone Number', text()),
  field('contactEmail', 'Contact Person’s E-mail Address', text()),
  field('contactStreet', 'Contact Person’s Office Street Address', text()),
  field('contactCity', 'Contact Person’s Office City', text()),
  field('contactState', 'Contact Person’s Office State', text()),
  field('contactZipCode', 'Contact Person’s Office ZIP Code', text()),
  field('federalAgency', 'Federal Agency', codes('1 2 3 5 7 9')),
  field('totalEntries', 'Total Number of Entries Contained in Submission', integer()),
  field('taxpayerIdentification', 'Federal Taxpayer Identification Number', text()),
  field('lei', 'Legal Entity Identifier (LEI)', text(20)),
] as const;

export type TsFieldName = (typeof tsFields)[number]['name'];
