import { loanNotFound } from '../../shared/authorization.ts';
import { conflict, forbidden, missing } from '../../shared/errors.ts';
import type { Kernel } from '../../shared/kernel.ts';
import { type ApiRequest, ok, type Reply } from '../../shared/request.ts';
import { againWhileLoanMoves } from '../adapters/again.ts';
import { changeNeeds } from '../adapters/change-needs.ts';
import { findLoanFile } from '../adapters/loan-file.ts';
import { mayCloseNeed } from '../domain/need-closing.ts';
import { closedNeed, tellClosed } from '../domain/needs.ts';
import type { loanRoutes } from '../routes.ts';

/** POST /v1/loans/{loanId}/needs/{needId}/closings: a person settles what no document settles, or waives it. */
export function postNeedClosing(
  request: ApiRequest<(typeof loanRoutes.routes)[9]>,
  kernel: Kernel,
): Promise<Reply> {
  const { params, principal, body, actor, correlationId } = request;
  return againWhileLoanMoves(async () => {
    const file = await findLoanFile(kernel.storage, params.loanId);
    request.permit(file?.access);
    if (!file) throw loanNotFound();
    const need = file.needs.find(({ needId }) => needId === params.needId);
    if (!need) throw missing('NeedNotFound', 'there is no such need on this loan', { needId: params.needId });
    if (!mayCloseNeed(principal.role, need.kind, body.outcome))
      throw forbidden('Forbidden', `${principal.role} may not close this need as ${body.outcome}`);
    if (need.status !== 'OPEN')
      throw conflict('NeedNotOpen', `the need is ${need.status}`, {
        needId: need.needId,
        status: need.status,
      });
    const closed = closedNeed(need, body.outcome);
    const reply = ok(closed);
    await changeNeeds(kernel, file, {
      actor,
      correlationId,
      action: 'NeedClosedByPerson',
      facts: { needId: need.needId, kind: need.kind, outcome: body.outcome, reasonCode: body.reasonCode },
      needs: [closed],
      events: [tellClosed(closed)],
      idempotency: request.recorded(reply),
    });
    return reply;
  });
}
