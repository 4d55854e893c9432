import type { LarEdit } from '../../edit.ts';
import { isExempt } from '../../reported-words.ts';
import { isElectedInPart } from './families/exemption-elections.ts';

export const v712: LarEdit = {
  id: 'V712',
  kind: 'validity',
  text: 'If the Total Loan Costs or Total Points and Fees exemption election is taken, Total Loan Costs and Total Points and Fees must be reported Exempt.',
  fields: ['totalLoanCosts', 'totalPointsAndFees'],
  fails: ({ totalLoanCosts, totalPointsAndFees }) =>
    isElectedInPart(isExempt, [totalLoanCosts, totalPointsAndFees]),
};
