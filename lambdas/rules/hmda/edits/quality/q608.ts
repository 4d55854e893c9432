import type { LarEdit } from '../../edit.ts';
import { isFilingDate } from '../../filing-dates.ts';

export const q608: LarEdit = {
  id: 'Q608',
  kind: 'quality',
  text: 'If Action Taken equals 1, then the Action Taken Date generally should occur after the Application Date.',
  fields: ['actionTaken', 'actionTakenDate', 'applicationDate'],
  fails: ({ actionTaken, actionTakenDate, applicationDate }) =>
    actionTaken === '1' &&
    isFilingDate(actionTakenDate) &&
    isFilingDate(applicationDate) &&
    actionTakenDate <= applicationDate,
};
