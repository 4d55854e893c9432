import type { LarEdit } from '../../edit.ts';
import { isExemptCode } from '../../reported-words.ts';
import { isElectedInPart } from './families/exemption-elections.ts';

export const v714: LarEdit = {
  id: 'V714',
  kind: 'validity',
  text: 'If the Application Channel exemption election is taken, Submission of Application and Initially Payable to Your Institution must be reported 1111.',
  fields: ['submissionOfApplication', 'initiallyPayableToInstitution'],
  fails: ({ submissionOfApplication, initiallyPayableToInstitution }) =>
    isElectedInPart(isExemptCode, [submissionOfApplication, initiallyPayableToInstitution]),
};
