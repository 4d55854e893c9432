import type { Told } from '../../shared/events/event.ts';
import { tell } from '../../shared/events/event.ts';
import { needClosed } from '../../shared/events/need-closed.v1.ts';
import { needOpened } from '../../shared/events/need-opened.v1.ts';
import type { ContactId, DocumentId, NeedId } from '../../shared/ids.ts';
import { documentsFor, type NeedKind } from '../../shared/needs.ts';
import type { DocumentType } from '../../shared/document-types.ts';
import type { Need } from '../../shared/views/need.v1.ts';
import type { Loan } from './loan.ts';

/** A need just asked, or born satisfied by what is on file. */
export function newNeed(
  { loanId, stage, entry }: Loan,
  needId: NeedId,
  asked: {
    kind: NeedKind;
    contactId?: ContactId | undefined;
    dueOn: string;
    reasonCode: string;
    documentIds?: DocumentId[];
    satisfied?: boolean;
  },
  openedAt: string,
): Need {
  const { kind, contactId, dueOn, reasonCode, documentIds = [], satisfied = false } = asked;
  const status = satisfied ? 'SATISFIED' : 'OPEN';
  return {
    loanId,
    needId,
    kind,
    contactId,
    stage,
    entry,
    reasonCode,
    status,
    documentIds,
    openedAt,
    dueOn,
    stalled: false,
    version: 1,
  };
}

export function closedNeed(
  need: Need,
  status: 'SATISFIED' | 'CANCELLED' | 'WAIVED',
  documentId?: DocumentId,
): Need {
  const documentIds =
    documentId === undefined ? need.documentIds : [...new Set([...need.documentIds, documentId])];
  return { ...need, status, documentIds, version: need.version + 1 };
}

/** The open needs that a document of these types, owned by this contact, covers. */
export const coveredBy = (
  needs: readonly Need[],
  types: readonly DocumentType[],
  ownerContactId: string,
): Need[] =>
  needs.filter(
    ({ status, kind, contactId }) =>
      status === 'OPEN' &&
      documentsFor(kind).some((type) => types.includes(type)) &&
      (contactId === undefined || contactId === ownerContactId),
  );

export const openNeedLike = (
  needs: readonly Need[],
  kind: NeedKind,
  contactId: string | undefined,
): Need | undefined =>
  needs.find((need) => need.status === 'OPEN' && need.kind === kind && need.contactId === contactId);

/** How many open needs are stalled after a change of some of them. */
export function stalledAfter(before: readonly Need[], changed: readonly Need[]): number | undefined {
  const untouched = before.filter(({ needId }) => changed.every((need) => need.needId !== needId));
  const stalled = [...untouched, ...changed].filter((need) => need.status === 'OPEN' && need.stalled);
  return stalled.length === 0 ? undefined : stalled.length;
}

export const tellOpened = ({ loanId, needId, kind, contactId, reasonCode, dueOn }: Need): Told =>
  tell(needOpened, { loanId, needId, kind, contactId, reasonCode, dueOn });

export const tellClosed = ({ loanId, needId, kind, contactId, status }: Need): Told =>
  tell(needClosed, { loanId, needId, kind, contactId, outcome: status === 'OPEN' ? 'CANCELLED' : status });
