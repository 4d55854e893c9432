import type { LarEdit } from '../../edit.ts';
import { isFilingDate } from '../../filing-dates.ts';
import { oneOf } from '../../one-of.ts';

const hasApplication = oneOf('1 2 3 4 5 7 8');

/** Dates that are none are for V610-1 and V619-1 to report. */
export const v619_3: LarEdit = {
  id: 'V619-3',
  kind: 'validity',
  text: 'If Action Taken equals 1, 2, 3, 4, 5, 7 or 8, then the Action Taken Date must be on or after the Application Date.',
  fields: ['actionTaken', 'actionTakenDate', 'applicationDate'],
  fails: ({ actionTaken, actionTakenDate, applicationDate }) =>
    hasApplication(actionTaken) &&
    isFilingDate(actionTakenDate) &&
    isFilingDate(applicationDate) &&
    actionTakenDate < applicationDate,
};
