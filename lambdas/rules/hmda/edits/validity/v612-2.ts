import type { LarEdit } from '../../edit.ts';

export const v612_2: LarEdit = {
  id: 'V612-2',
  kind: 'validity',
  text: 'If Preapproval equals 1, then Loan Purpose must equal 1.',
  fields: ['preapproval', 'loanPurpose'],
  fails: ({ preapproval, loanPurpose }) => preapproval === '1' && loanPurpose !== '1',
};
