import type { LarEdit } from '../../edit.ts';
import { isFilingDate } from '../../filing-dates.ts';

export const v619_1: LarEdit = {
  id: 'V619-1',
  kind: 'validity',
  text: 'Action Taken Date must be a valid date using YYYYMMDD format, and cannot be left blank.',
  fields: ['actionTakenDate'],
  fails: ({ actionTakenDate }) => !isFilingDate(actionTakenDate),
};
