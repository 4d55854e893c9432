import type { LarEdit } from '../../edit.ts';
import { addYears, isFilingDate, yearOfFilingDate } from '../../filing-dates.ts';

const MOST_YEARS = 2;

export const q601: LarEdit = {
  id: 'Q601',
  kind: 'quality',
  text: 'Application Date occurs more than two years prior to Action Taken Date.',
  fields: ['applicationDate', 'actionTakenDate'],
  fails: ({ applicationDate, actionTakenDate }) =>
    yearOfFilingDate(actionTakenDate) - yearOfFilingDate(applicationDate) >= MOST_YEARS &&
    isFilingDate(applicationDate) &&
    isFilingDate(actionTakenDate) &&
    addYears(applicationDate, MOST_YEARS) < actionTakenDate,
};
