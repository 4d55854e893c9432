import { Effect } from '../../shared/effects.ts';
import type { Kernel } from '../../shared/kernel.ts';
import { type ApiRequest, ok, type Reply } from '../../shared/request.ts';
import { loanSubject } from '../../shared/table.ts';
import type { messagingRoutes } from '../routes.ts';

/** GET /v1/loans/{loanId}/messages: the mails' records, without a word of their text. */
export async function getMessages(
  { params }: ApiRequest<(typeof messagingRoutes.routes)[0]>,
  { storage }: Kernel,
): Promise<Reply> {
  const { items } = await storage.query(loanSubject(params.loanId), { prefix: 'EFFECT#' });
  return ok({ items: items.map((item) => Effect.parse(item)).filter(({ channel }) => channel === 'EMAIL') });
}
