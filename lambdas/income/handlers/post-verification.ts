import { conflict, invalid, missing } from '../../shared/errors.ts';
import { tell } from '../../shared/events/event.ts';
import { incomeVerificationOrdered } from '../../shared/events/income-verification-ordered.v1.ts';
import type { Kernel } from '../../shared/kernel.ts';
import { accepted, type ApiRequest, type Reply } from '../../shared/request.ts';
import { loanSubject } from '../../shared/table.ts';
import { againWhileIncomeMoves } from '../adapters/again.ts';
import { getIncomeFile, type IncomeFile } from '../adapters/income-file.ts';
import { inStageRead, verificationWrite } from '../adapters/income-writes.ts';
import { sameEmployer } from '../domain/employer-name.ts';
import { employmentsOf, newOrder, stagesOfOrders } from '../domain/plan-order.ts';
import { verificationsOf } from '../domain/verification.ts';
import type { incomeRoutes } from '../routes.ts';
import { shown } from './get-income.ts';

type Request = ApiRequest<(typeof incomeRoutes.routes)[1]>;

/** POST /v1/loans/{loanId}/income/verifications: a person orders again, under the same authorization that any order needs. */
export function postVerification(request: Request, kernel: Kernel): Promise<Reply> {
  const { params, body, actor, correlationId } = request;
  const { contactId } = body;
  return againWhileIncomeMoves(async () => {
    const file = await getIncomeFile(kernel.storage, params.loanId);
    const { job, authorizedAt } = orderable(file, body);
    const [latest] = verificationsOf(file.verifications, contactId, job.employerName);
    if (latest && latest.status !== 'SETTLED' && latest.unanswered === undefined) {
      const facts = { verificationId: latest.verificationId };
      throw conflict('VerificationUnderWay', 'an order for this employer is under way', facts);
    }
    const at = kernel.clock.now();
    const verification = newOrder({ ...file, contactId, at, by: actor }, job, authorizedAt);
    const { loanId, verificationId, generation } = verification;
    const reply = accepted(`/v1/loans/${loanId}/income`, shown(verification));
    await kernel.commit({
      subject: loanSubject(loanId),
      actor,
      correlationId,
      action: 'IncomeVerificationOrdered',
      facts: { contactId, verificationId, generation },
      writes: [verificationWrite(verification), inStageRead(file.summary)],
      events: [tell(incomeVerificationOrdered, { loanId, contactId, verificationId })],
      idempotency: request.recorded(reply),
    });
    return reply;
  });
}

function orderable({ summary, facts }: IncomeFile, { contactId, employerName }: Request['body']) {
  const { stage, borrowers } = summary;
  const borrower = borrowers.find((one) => one.contactId === contactId);
  if (!borrower) throw missing('BorrowerNotFound', 'this contact is not a borrower of the loan');
  if (!stagesOfOrders.has(stage))
    throw conflict('NotInProcessing', 'records are ordered from processing until closing', { stage });
  const authorizedAt = borrower.verificationAuthorizedAt;
  if (authorizedAt === undefined)
    throw conflict('VerificationNotAuthorized', 'the borrower has not authorized the verification');
  if (borrower.employerName === undefined)
    throw invalid('NoEmployer', 'the application names no employer of this borrower');
  const asked = employerName ?? borrower.employerName;
  const job = employmentsOf(facts, contactId, borrower.employerName).find((one) =>
    sameEmployer(one.employerName, asked),
  );
  if (job) return { job, authorizedAt };
  throw invalid('UnknownEmployer', 'neither the application nor a present pay stub names this employer', {}, [
    { field: 'employerName', rule: 'must be an employer of this borrower on this loan' },
  ]);
}
