import type { SheetEdit } from '../../edit.ts';

/** A quarterly file names the quarter that is filed, where an annual one names 4 (V602). */
export const v718: SheetEdit = {
  id: 'V718',
  kind: 'validity',
  text: 'An invalid Calendar Quarter was reported.',
  filings: 'quarterly',
  fields: ['calendarQuarter'],
  fails: ({ calendarQuarter }, { quarter }) => calendarQuarter !== String(quarter),
};
