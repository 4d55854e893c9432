import { createHash } from 'node:crypto';
import { DomainError, forbidden, missing } from '../../shared/errors.ts';
import { tell } from '../../shared/events/event.ts';
import { incomeReportReady } from '../../shared/events/income-report-ready.v1.ts';
import type { Kernel } from '../../shared/kernel.ts';
import { countMetric } from '../../shared/observability.ts';
import { parseAs, parseJson } from '../../shared/parse.ts';
import type { ApiRequest, Reply } from '../../shared/request.ts';
import { loanSubject } from '../../shared/table.ts';
import { orderKey } from '../adapters/pursue-verification.ts';
import { OrderReference, VerificationWebhook } from '../contracts.ts';
import { verifySignature } from '../domain/webhook-signature.ts';
import type { incomeRoutes } from '../routes.ts';

export interface WebhookDeps extends Kernel {
  webhookSecret: () => Promise<string>;
}

export const signatureHeader = 'x-truework-token';
const consumer = 'income-verification-webhook';

/**
 * POST /v1/webhooks/employment-verification: records that an order is said to be finished, once, and nothing else. An
 * order that is not known yet gets 404, so that the provider tries again; the checks would find it anyway.
 */
export async function postVerificationWebhook(
  request: ApiRequest<(typeof incomeRoutes.routes)[2]>,
  deps: WebhookDeps,
): Promise<Reply> {
  const rawBody = request.rawBody();
  const verdict = verifySignature(request.header(signatureHeader), await deps.webhookSecret());
  if (!verdict.valid) {
    countMetric('WebhookSignaturesRefused', 1, { reason: verdict.reason });
    throw forbidden('SignatureRefused', 'the request is not signed as agreed');
  }
  const { hook, data } = parseAs(VerificationWebhook, parseJson(rawBody), 'webhook');
  if (hook.event === 'verification_request.state.change' && !terminal.has(data.state ?? '')) return heard;
  const item = await deps.storage.get((await orderKey(deps))(data.order_id));
  if (!item) throw missing('OrderNotFound', 'there is no such order here');
  const { loanId, verificationId } = parseAs(OrderReference, item, 'order reference');
  try {
    await deps.commit({
      subject: loanSubject(loanId),
      actor: `system:${consumer}`,
      correlationId: request.correlationId,
      action: 'IncomeReportAnnounced',
      facts: { verificationId, event: hook.event },
      writes: [],
      events: [tell(incomeReportReady, { loanId, verificationId })],
      once: { consumer, eventId: deliveryOf(rawBody) },
    });
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'AlreadyHandled')) throw error;
  }
  return heard;
}

const heard: Reply = { status: 204, body: undefined };
const terminal = new Set(['completed', 'canceled', 'invalid']);

/** The same bytes again, by a retry or a replay, are the same announcement. */
const deliveryOf = (rawBody: string): string => createHash('sha256').update(rawBody).digest('base64url');
