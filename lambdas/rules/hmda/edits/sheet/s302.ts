import type { SheetEdit } from '../../edit.ts';

export const s302: SheetEdit = {
  id: 'S302',
  kind: 'syntactical',
  text: 'The reported Calendar Year does not match the filing year indicated at the start of the filing. Please confirm the information below and update your file accordingly. 1) The correct file has been uploaded; and 2) The correct filing year was chosen at the start of the filing; and 3) The calendar year is listed correctly in the file.',
  fields: ['calendarYear'],
  fails: ({ calendarYear }, { year }) => calendarYear !== String(year),
};
