import * as z from 'zod';
import { busMessage } from '../../shared/events/event.ts';
import { documentAccepted } from '../../shared/events/document-accepted.v1.ts';
import { documentQuarantined } from '../../shared/events/document-quarantined.v1.ts';
import { documentReturned } from '../../shared/events/document-returned.v1.ts';
import { loanOpened } from '../../shared/events/loan-opened.v1.ts';
import { loanStageChanged } from '../../shared/events/loan-stage-changed.v1.ts';
import { needOpened } from '../../shared/events/need-opened.v1.ts';
import { needReminderDue } from '../../shared/events/need-reminder-due.v1.ts';
import type { ContactId } from '../../shared/ids.ts';
import type { LoanSummary } from '../../shared/views/loan-summary.v1.ts';
import type { Need } from '../../shared/views/need.v1.ts';
import type { Letter } from './letters.ts';
import { askWords } from './plain-words.ts';

export const News = z.union([
  busMessage(loanOpened),
  busMessage(loanStageChanged),
  busMessage(documentAccepted),
  busMessage(documentReturned),
  busMessage(documentQuarantined),
  busMessage(needOpened),
  busMessage(needReminderDue),
]);
export type News = z.output<typeof News>;

/** A letter to one contact. `occasion` makes it once: the event's id, or what several events are told of in one letter. */
export interface Planned {
  contactId: ContactId;
  occasion: string;
  letter: Letter;
}

export interface Context {
  summary: LoanSummary;
  openNeeds: (contactId: ContactId) => Promise<readonly Need[]>;
}

/** Who is told what. A stage's needs are one letter to each borrower, however many they are; a single later ask is a letter of its own. */
export async function plan(news: News, { summary, openNeeds }: Context): Promise<Planned[]> {
  const { id: eventId } = news.detail;
  const { loanNumber } = summary;
  const borrowers = summary.borrowers.map(({ contactId }) => contactId);
  const to = (contactId: ContactId, letter: Letter, occasion: string = eventId): Planned => ({
    contactId,
    occasion,
    letter,
  });

  switch (news['detail-type']) {
    case 'LoanOpened.v1': {
      const { borrowerContactIds, agentContactId } = news.detail.data;
      const invited = borrowerContactIds.map((contactId) =>
        to(contactId, { about: 'invitation', loanNumber }),
      );
      return agentContactId === undefined
        ? invited
        : [...invited, to(agentContactId, { about: 'agent-introduction', loanNumber })];
    }
    case 'LoanStageChanged.v1': {
      const { to: stage } = news.detail.data;
      const told = borrowers.map((contactId) =>
        to(contactId, { about: 'stage-changed', loanNumber, stage, audience: 'borrower' }),
      );
      // A decision on credit is the applicant's own: the agent learns of a denial from nobody here.
      if (summary.agentContactId === undefined || stage === 'DENIED') return told;
      return [
        ...told,
        to(summary.agentContactId, { about: 'stage-changed', loanNumber, stage, audience: 'agent' }),
      ];
    }
    case 'DocumentAccepted.v1':
      return [
        to(news.detail.data.ownerContactId, { about: 'document-accepted', types: news.detail.data.types }),
      ];
    case 'DocumentReturned.v1':
      return [
        to(news.detail.data.ownerContactId, {
          about: 'document-returned',
          reasonCode: news.detail.data.reasonCode,
        }),
      ];
    case 'DocumentQuarantined.v1': {
      const { ownerContactId, verdict } = news.detail.data;
      return [
        to(ownerContactId, {
          about: 'document-returned',
          reasonCode: verdict === 'THREATS_FOUND' ? 'Infected' : 'Unsupported',
        }),
      ];
    }
    case 'NeedOpened.v1': {
      const { contactId, kind, reasonCode } = news.detail.data;
      if (contactId === undefined || askWords[kind] === undefined) return [];
      if (reasonCode !== 'stage-needs') return [to(contactId, { about: 'one-more-thing', kinds: [kind] })];
      const kinds = (await openNeeds(contactId))
        .map((need) => need.kind)
        .filter((one) => askWords[one] !== undefined);
      if (kinds.length === 0) return [];
      return [
        to(contactId, { about: 'needs', kinds }, `${summary.loanId}-${summary.stage}-${summary.entry}-needs`),
      ];
    }
    case 'NeedReminderDue.v1': {
      const { contactId, kind } = news.detail.data;
      return contactId === undefined || askWords[kind] === undefined
        ? []
        : [to(contactId, { about: 'reminder', kinds: [kind] })];
    }
  }
}
