import { describe, expect, it } from 'vitest';
import { type News, plan, type Planned } from '../../../../lambdas/messaging/domain/news.ts';
import { documentAccepted } from '../../../../lambdas/shared/events/document-accepted.v1.ts';
import { documentQuarantined } from '../../../../lambdas/shared/events/document-quarantined.v1.ts';
import { documentReturned } from '../../../../lambdas/shared/events/document-returned.v1.ts';
import { loanOpened } from '../../../../lambdas/shared/events/loan-opened.v1.ts';
import { loanStageChanged } from '../../../../lambdas/shared/events/loan-stage-changed.v1.ts';
import { needOpened } from '../../../../lambdas/shared/events/need-opened.v1.ts';
import { needReminderDue } from '../../../../lambdas/shared/events/need-reminder-due.v1.ts';
import type { Need } from '../../../../lambdas/shared/views/need.v1.ts';
import { agent, borrower, coBorrower, eventId, loanId, message, need, summary } from '../loan-on-file.ts';

const planned = (news: News, open: Need[] = [], loan = summary): Promise<Planned[]> =>
  plan(news, { summary: loan, openNeeds: async () => open });

const who = (letters: Planned[]) => letters.map(({ contactId, letter }) => [contactId, letter.about]);

describe('who is told', () => {
  const moved = (to: (typeof loanStageChanged.example)['to']) =>
    message(loanStageChanged, { ...loanStageChanged.example, to });
  const opened = { ...loanOpened.example, borrowerContactIds: [borrower, coBorrower] };
  const asked = { ...needOpened.example, contactId: borrower };

  it.each([
    [
      'each borrower is invited',
      message(loanOpened, opened),
      [
        [borrower, 'invitation'],
        [coBorrower, 'invitation'],
      ],
    ],
    [
      'a named agent is introduced beside them',
      message(loanOpened, { ...opened, borrowerContactIds: [borrower], agentContactId: agent }),
      [
        [borrower, 'invitation'],
        [agent, 'agent-introduction'],
      ],
    ],
    [
      'borrowers and the agent hear that the loan moved',
      moved('PROCESSING'),
      [
        [borrower, 'stage-changed'],
        [coBorrower, 'stage-changed'],
        [agent, 'stage-changed'],
      ],
    ],
    [
      'no agent hears of a denial',
      moved('DENIED'),
      [
        [borrower, 'stage-changed'],
        [coBorrower, 'stage-changed'],
      ],
    ],
    [
      'an accepted document is its owner’s matter alone',
      message(documentAccepted, { ...documentAccepted.example, ownerContactId: coBorrower }),
      [[coBorrower, 'document-accepted']],
    ],
    [
      'a returned one too',
      message(documentReturned, { ...documentReturned.example, ownerContactId: borrower }),
      [[borrower, 'document-returned']],
    ],
    [
      'an infected one too',
      message(documentQuarantined, { ...documentQuarantined.example, ownerContactId: borrower }),
      [[borrower, 'document-returned']],
    ],
    [
      'a single later ask is a letter of its own',
      message(needOpened, { ...asked, reasonCode: 'IncomeDisagrees' }),
      [[borrower, 'one-more-thing']],
    ],
    ['what only we can do asks nobody', message(needOpened, { ...asked, kind: 'underwriting-decision' }), []],
    [
      'a need of no person asks nobody',
      message(needOpened, { ...needOpened.example, contactId: undefined }),
      [],
    ],
    [
      'a reminder goes to whom it was asked of',
      message(needReminderDue, { ...needReminderDue.example, contactId: borrower }),
      [[borrower, 'reminder']],
    ],
  ])('%s', async (_, news, expected) => {
    expect(who(await planned(news))).toEqual(expected);
  });

  it('is nobody but the borrowers where no agent is named', async () => {
    const { agentContactId: _, ...alone } = summary;
    expect(who(await planned(moved('PROCESSING'), [], alone))).toEqual([
      [borrower, 'stage-changed'],
      [coBorrower, 'stage-changed'],
    ]);
  });
});

describe('the needs of a stage', () => {
  const stageNeed = (number: number) =>
    message(
      needOpened,
      { ...needOpened.example, contactId: borrower, reasonCode: 'stage-needs' },
      eventId(number),
    );
  const open = [need({ kind: 'pay-stub' }), need({ kind: 'w2' }), need({ kind: 'income-verification' })];

  it('are one letter that lists what a person can send, and one occasion for all its events', async () => {
    const [first] = await planned(stageNeed(1), open);
    const [second] = await planned(stageNeed(2), open);
    expect(first?.letter).toEqual({ about: 'needs', kinds: ['pay-stub', 'w2'] });
    expect(second?.occasion).toBe(first?.occasion);
  });

  it('are another occasion when the loan enters the stage again', async () => {
    const [first] = await planned(stageNeed(1), open);
    const [again] = await planned(stageNeed(2), open, { ...summary, entry: 2 });
    expect(again?.occasion).not.toBe(first?.occasion);
  });

  it('are no letter when nothing is open any more', async () => {
    expect(await planned(stageNeed(1), [])).toEqual([]);
  });
});

it('makes each other event an occasion of its own', async () => {
  const first = await planned(message(documentAccepted, documentAccepted.example, eventId(1)));
  const second = await planned(message(documentAccepted, documentAccepted.example, eventId(2)));
  expect([first[0]?.occasion, second[0]?.occasion]).toEqual([eventId(1), eventId(2)]);
  expect(loanId).toBe(documentAccepted.example.loanId);
});
