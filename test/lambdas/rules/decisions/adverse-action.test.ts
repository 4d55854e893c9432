import { describe, expect, it } from 'vitest';
import { CreditActionSchema, judgeAction } from '../../../../lambdas/rules/decisions/adverse-action.ts';
import { CreditRequestSchema, standingOf } from '../../../../lambdas/rules/decisions/credit-request.ts';
import { AccountActionSchema, accountNotice } from '../../../../lambdas/rules/decisions/account-notice.ts';

const refusal = { kind: 'request-refused', because: 'the-applicant-or-property' };
const account = { kind: 'account-terminated', affectsWholeClass: false };

describe('adverse action', () => {
  it.each([
    ['a refusal', refusal, true, '1002.2(c)(1)(i)'],
    ['a counteroffer that is accepted', { ...refusal, counteroffer: 'accepted' }, false, '1002.2(c)(1)(i)'],
    ['a counteroffer that is open', { ...refusal, counteroffer: 'open' }, false, '1002.2(c)(1)(i)'],
    ['a counteroffer not accepted', { ...refusal, counteroffer: 'not-accepted' }, true, '1002.2(c)(1)(i)'],
    ['terms not offered', { ...refusal, because: 'terms-not-offered' }, true, 'comment 2(c)(2)(v)-1'],
    ['a type not offered', { ...refusal, because: 'type-not-offered' }, false, '1002.2(c)(2)(v)'],
    ['a law against it', { ...refusal, because: 'law-prohibits' }, false, '1002.2(c)(2)(iv)'],
    ['an increase applied for', { kind: 'increase-refused', wasAppliedFor: true }, true, '1002.2(c)(1)(iii)'],
    ['one not applied for', { kind: 'increase-refused', wasAppliedFor: false }, false, '1002.2(c)(1)(iii)'],
    ['a point-of-sale refusal', { kind: 'transaction-not-authorized' }, false, '1002.2(c)(2)(iii)'],
    ['an account ended alone', account, true, '1002.2(c)(1)(ii)'],
    ['a whole class changed', { ...account, affectsWholeClass: true }, false, '1002.2(c)(1)(ii)'],
    ['an agreed change', { ...account, agreedByAccountHolder: true }, false, '1002.2(c)(2)(i)'],
    ['a current default', { ...account, because: 'current-default' }, false, '1002.2(c)(2)(ii)'],
    ['inactivity', { ...account, because: 'inactivity' }, false, '1002.2(c)(2)(ii)'],
    ['a past default', { ...account, because: 'past-default' }, true, 'comment 2(c)(2)(ii)-2'],
    ['a due-on-sale clause', { ...account, because: 'due-on-sale' }, false, 'comment 2(c)(2)(ii)-1'],
  ])('%s', (_what, action, isAdverse, citation) => {
    expect(judgeAction(CreditActionSchema.parse(action))).toMatchObject({ isAdverse, citation });
  });

  it('on an account is told within 30 days, what is not adverse is not', () => {
    const taken = (action: object) =>
      accountNotice(AccountActionSchema.parse({ action, takenOn: '2026-01-31' })).noticeBy;
    expect(taken(account)).toMatchObject({ on: '2026-03-02', citation: '1002.9(a)(1)(iii)' });
    expect(taken({ ...account, affectsWholeClass: true })).toBeUndefined();
  });
});

describe('a request for credit', () => {
  it.each([
    [{ kind: 'application' }, 'application', '1002.2(f)'],
    [{ kind: 'preapproval', givesWrittenCommitments: true }, 'application', 'comment 2(f)-5.i'],
    [{ kind: 'preapproval', givesWrittenCommitments: false }, 'inquiry', 'comment 9-5'],
    [
      { kind: 'preapproval', givesWrittenCommitments: false, wasDeclined: true },
      'application',
      'comment 9-5',
    ],
    [{ kind: 'prequalification' }, 'inquiry', 'comment 9-5'],
    [{ kind: 'prequalification', wasDeclined: true }, 'application', 'comment 9-5'],
    [{ kind: 'inquiry' }, 'inquiry', 'comment 2(f)-4'],
    [{ kind: 'inquiry', wasDeclined: true }, 'application', 'comment 2(f)-3'],
  ])('%j is treated as an %s', (request, treatedAs, citation) => {
    expect(standingOf(CreditRequestSchema.parse(request))).toMatchObject({ treatedAs, citation });
  });
});
