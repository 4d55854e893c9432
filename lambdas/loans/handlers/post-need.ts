import { loanNotFound } from '../../shared/authorization.ts';
import { addDays, type CalendarDate, dateIn } from '../../shared/calendar.ts';
import { invalid } from '../../shared/errors.ts';
import type { Kernel } from '../../shared/kernel.ts';
import { type ApiRequest, created, ok, type Reply } from '../../shared/request.ts';
import { againWhileLoanMoves } from '../adapters/again.ts';
import { changeNeeds } from '../adapters/change-needs.ts';
import { findLoanFile } from '../adapters/loan-file.ts';
import { newNeed, openNeedLike, tellOpened } from '../domain/needs.ts';
import { refuseEnded } from '../domain/road.ts';
import type { loanRoutes } from '../routes.ts';

export interface Deps extends Kernel {
  zone: string;
}

const usualDueInDays = 7;
const farthestDueInDays = 365;

/** POST /v1/loans/{loanId}/needs: one need, one ask: the same thing asked twice answers with the ask that stands. */
export function postNeed(request: ApiRequest<(typeof loanRoutes.routes)[8]>, deps: Deps): Promise<Reply> {
  const { params, body, actor, correlationId } = request;
  return againWhileLoanMoves(async () => {
    const file = await findLoanFile(deps.storage, params.loanId);
    request.permit(file?.access);
    if (!file) throw loanNotFound();
    refuseEnded(file.loan);
    if (!file.access.borrowerContactIds.includes(body.contactId)) {
      throw invalid('NotABorrower', 'this contact is not a borrower of the loan', {}, [
        { field: 'contactId', rule: 'must be a borrower of the loan' },
      ]);
    }
    const standing = openNeedLike(file.needs, body.kind, body.contactId);
    const at = deps.clock.now();
    const today = dateIn(deps.zone, at);
    if (body.dueOn !== undefined) refuseDueDay(body.dueOn, today);
    const dueOn = body.dueOn ?? addDays(today, usualDueInDays);
    const need = standing ?? newNeed(file.loan, deps.ids.next('need'), { ...body, dueOn }, at);
    const reply = standing ? ok(need) : created(`/v1/loans/${params.loanId}/needs`, need);
    await changeNeeds(deps, file, {
      actor,
      correlationId,
      action: standing ? 'NeedAskedAgain' : 'NeedOpened',
      facts: { needId: need.needId, kind: need.kind, reasonCode: need.reasonCode },
      needs: standing ? [] : [need],
      events: standing ? [] : [tellOpened(need)],
      idempotency: request.recorded(reply),
    });
    return reply;
  });
}

/** A day that is over could not be kept, and one that is out of reach has no reminders. */
function refuseDueDay(dueOn: string, today: CalendarDate): void {
  const last = addDays(today, farthestDueInDays);
  if (dueOn >= today && dueOn <= last) return;
  throw invalid('DueDayRefused', 'the need would be due on a day that makes no sense', {}, [
    { field: 'dueOn', rule: `must be from ${today} to ${last}` },
  ]);
}
