import { isFilingDate, quarterOfFilingDate, yearOfFilingDate } from '../../filing-dates.ts';
import type { CountEdit } from '../../count-edit.ts';

/** The period of an annual filing, quarter 4, is the whole year. */
export const s307: CountEdit = {
  id: 'S307',
  kind: 'syntactical',
  text: 'The HMDA File does not contain any covered loans or applications with a final action taken date in the quarter being reported. The HMDA file must contain one or more records with an action taken date in the quarter being reported.',
  fields: ['actionTakenDate'],
  isPart: ({ actionTakenDate }, { year, quarter }) =>
    isFilingDate(actionTakenDate) &&
    yearOfFilingDate(actionTakenDate) === year &&
    (quarter === 4 || quarterOfFilingDate(actionTakenDate) === quarter),
  isWhole: () => true,
  fails: (inPeriod) => inPeriod === 0,
};
