import type { SheetEdit } from '../../edit.ts';

export const v602: SheetEdit = {
  id: 'V602',
  kind: 'validity',
  text: 'Calendar Quarter must equal 4, and cannot be left blank.',
  filings: 'annual',
  fields: ['calendarQuarter'],
  fails: ({ calendarQuarter }) => calendarQuarter !== '4',
};
