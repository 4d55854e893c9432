import * as z from 'zod';
import type { Finding } from './finding.ts';

/** What a creditor did about credit asked for or held. */
export const CreditActionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('request-refused'),
    /** In substantially the amount, or on substantially the terms, requested. */
    because: z.enum(['the-applicant-or-property', 'terms-not-offered', 'type-not-offered', 'law-prohibits']),
    counteroffer: z.enum(['none', 'open', 'accepted', 'not-accepted']).default('none'),
  }),
  z.strictObject({
    kind: z.enum(['account-terminated', 'terms-made-worse']),
    /** All or substantially all of a class of the creditor's accounts. */
    affectsWholeClass: z.boolean(),
    agreedByAccountHolder: z.boolean().default(false),
    because: z
      .enum(['current-default', 'current-delinquency', 'inactivity', 'past-default', 'due-on-sale', 'other'])
      .default('other'),
  }),
  z.strictObject({
    kind: z.literal('increase-refused'),
    /** Whether the increase was applied for in accordance with the creditor's procedures. */
    wasAppliedFor: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('transaction-not-authorized') }),
]);
export type CreditAction = z.infer<typeof CreditActionSchema>;
type Refusal = Extract<CreditAction, { kind: 'request-refused' }>;
type AccountChange = Extract<CreditAction, { affectsWholeClass: boolean }>;

export interface AdverseActionJudgement extends Finding {
  isAdverse: boolean;
}

/** Whether an action is adverse action of 12 CFR 1002.2(c), and so owed a notice. */
export function judgeAction(action: CreditAction): AdverseActionJudgement {
  switch (action.kind) {
    case 'request-refused':
      return judgeRefusal(action);
    case 'increase-refused':
      return action.wasAppliedFor
        ? adverse('an increase was applied for and refused', '1002.2(c)(1)(iii)')
        : notAdverse('no increase was applied for', '1002.2(c)(1)(iii)');
    case 'transaction-not-authorized':
      return notAdverse('a refusal at the point of sale or loan', '1002.2(c)(2)(iii)');
    default:
      return judgeAccountChange(action);
  }
}

function judgeRefusal({ because, counteroffer }: Refusal): AdverseActionJudgement {
  if (because === 'law-prohibits')
    return notAdverse('applicable law prohibits the credit requested', '1002.2(c)(2)(iv)');
  if (because === 'type-not-offered')
    return notAdverse('the creditor does not offer that type of credit or plan', '1002.2(c)(2)(v)');
  if (counteroffer === 'accepted')
    return notAdverse('a counteroffer was made, and used or expressly accepted', '1002.2(c)(1)(i)');
  if (counteroffer === 'open')
    return notAdverse('a counteroffer is open: adverse action if it is not accepted', '1002.2(c)(1)(i)');
  return because === 'terms-not-offered'
    ? adverse('terms are not a type of credit, and no counteroffer was accepted', 'comment 2(c)(2)(v)-1')
    : adverse('credit was refused in the amount or on the terms requested', '1002.2(c)(1)(i)');
}

function judgeAccountChange(change: AccountChange): AdverseActionJudgement {
  if (change.agreedByAccountHolder)
    return notAdverse('the account holder expressly agreed to the change', '1002.2(c)(2)(i)');
  if (change.affectsWholeClass)
    return notAdverse('it affects all or substantially all of a class of accounts', '1002.2(c)(1)(ii)');
  if (change.because === 'due-on-sale')
    return notAdverse('acceleration on a sale without consent is a default', 'comment 2(c)(2)(ii)-1');
  if (change.because === 'past-default')
    return adverse('a past delinquency or default is no current one', 'comment 2(c)(2)(ii)-2');
  if (change.because !== 'other')
    return notAdverse('inactivity, default or delinquency as to that account', '1002.2(c)(2)(ii)');
  return adverse('an account ended, or its terms became worse, apart from its class', '1002.2(c)(1)(ii)');
}

const adverse = (reason: string, citation: string) => ({ isAdverse: true, reason, citation });
const notAdverse = (reason: string, citation: string) => ({ isAdverse: false, reason, citation });
