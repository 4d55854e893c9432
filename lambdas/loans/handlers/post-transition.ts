import { loanNotFound } from '../../shared/authorization.ts';
import { forbidden } from '../../shared/errors.ts';
import type { Kernel } from '../../shared/kernel.ts';
import { type ApiRequest, ok, type Reply } from '../../shared/request.ts';
import { againWhileLoanMoves } from '../adapters/again.ts';
import { findLoanFile } from '../adapters/loan-file.ts';
import { moveLoan } from '../adapters/move-loan.ts';
import { transitionOf } from '../domain/road.ts';
import type { loanRoutes } from '../routes.ts';

/** POST /v1/loans/{loanId}/transitions/{name}: the only way a loan moves, for people and for the stage machines alike. */
export function postTransition(
  request: ApiRequest<(typeof loanRoutes.routes)[5]>,
  kernel: Kernel,
): Promise<Reply> {
  const { params, principal, body, actor, correlationId } = request;
  return againWhileLoanMoves(async () => {
    const file = await findLoanFile(kernel.storage, params.loanId);
    request.permit(file?.access);
    if (!file) throw loanNotFound();
    if (!transitionOf(params.name).by.includes(principal.role)) {
      throw forbidden('Forbidden', `${principal.role} may not ask for ${params.name}`);
    }
    const { name } = params;
    const moved = await moveLoan(kernel, file, {
      name,
      actor,
      correlationId,
      reasonCodes: body.reasonCodes,
      record: (m) => request.recorded(ok(m)),
    });
    return ok(moved);
  });
}
