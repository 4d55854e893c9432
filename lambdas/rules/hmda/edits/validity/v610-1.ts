import type { LarEdit } from '../../edit.ts';
import { isFilingDate } from '../../filing-dates.ts';
import { isNotApplicable } from '../../reported-words.ts';

export const v610_1: LarEdit = {
  id: 'V610-1',
  kind: 'validity',
  text: 'Application Date must be either a valid date using YYYYMMDD format or NA, and cannot be left blank.',
  fields: ['applicationDate'],
  fails: ({ applicationDate }) => !isNotApplicable(applicationDate) && !isFilingDate(applicationDate),
};
