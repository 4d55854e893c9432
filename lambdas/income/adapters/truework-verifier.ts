import * as z from 'zod';
import { unavailable } from '../../shared/errors.ts';
import { countMetric } from '../../shared/observability.ts';
import type { ProviderAnswer } from '../domain/verification.ts';
import type { EmploymentOrder, EmploymentVerifier } from './employment-verifier.ts';
import { type CallTimeouts, type JsonAnswer, type JsonCall, jsonCall } from './json-client.ts';
import { recordOf, TrueworkReport } from './truework-report.ts';

export interface TrueworkSettings {
  baseUrl: string;
  /** The API key, fresh from where it is kept. */
  token: () => Promise<string>;
  timeouts?: CallTimeouts;
}

const PlacedOrder = z.object({ id: z.string().min(1).max(200) });
const OrderList = z.object({ results: z.array(PlacedOrder.extend({ search_key: z.string().nullish() })) });
const Order = PlacedOrder.extend({
  verification_requests: z
    .array(
      z.object({
        state: z.object({ canonical_value: z.string() }),
        cancellation_reason: z.object({ canonical_value: z.string() }).nullish(),
        reports: z.array(TrueworkReport).nullish(),
      }),
    )
    .nullish(),
});

/** Below the consumer's 60 s lease of an effect, so that a call never outlives its claim. */
const usualTimeouts: CallTimeouts = { connectMs: 3_000, totalMs: 20_000 };

/** What says that nothing was ordered, and that asking in the same way again cannot mend it. */
const refusals = new Set([400, 404, 409, 422]);

/**
 * Truework's order API, version 2023-10-30 (openapi/truework-subpackage-orders-api-openapi.yml in api-evangelist/truework):
 * `POST /orders/target-employer`, `GET /orders?search_key=`, `GET /orders/{id}` with the report embedded. 451 is a frozen SSN.
 */
export function trueworkVerifier(settings: TrueworkSettings): EmploymentVerifier {
  async function ask(call: Omit<JsonCall, 'url' | 'headers'> & { path: string }): Promise<JsonAnswer> {
    const { path, ...rest } = call;
    const headers = {
      authorization: `Bearer ${await settings.token()}`,
      accept: 'application/json; version=2023-10-30',
    };
    const answer = await jsonCall(
      { ...rest, url: `${settings.baseUrl}${path}`, headers },
      settings.timeouts ?? usualTimeouts,
    );
    const { status } = answer;
    if (status === 401 || status === 403 || status === 406) {
      // Our own key or version: no fault of the borrower's, and mended by us.
      countMetric('EmploymentVerifierRefusesUs');
      throw unavailable('Unavailable', 'the verification provider refuses our credentials', { status });
    }
    if (status === 429 || status >= 500)
      throw unavailable('Unavailable', 'the verification provider is unavailable', { status });
    return answer;
  }

  return {
    async place(order) {
      const { status, body } = await ask({
        method: 'POST',
        path: '/orders/target-employer',
        body: requestOf(order),
      });
      if (status === 451) return { kind: 'refused', reasonCode: 'ConsumerFreeze' };
      if (refusals.has(status)) return { kind: 'refused', reasonCode: 'OrderRefused' };
      return { kind: 'done', externalId: understood(PlacedOrder, status, body).id };
    },

    async findByReference(clientReference) {
      const { status, body } = await ask({
        method: 'GET',
        path: `/orders?search_key=${encodeURIComponent(clientReference)}&limit=25`,
      });
      const found = understood(OrderList, status, body).results.filter(
        (one) => one.search_key === clientReference,
      );
      if (found.length > 1) countMetric('EmploymentOrdersDoubled');
      const [order] = found;
      return order ? { kind: 'done', externalId: order.id } : { kind: 'absent' };
    },

    async check(orderId) {
      const { status, body } = await ask({ method: 'GET', path: `/orders/${encodeURIComponent(orderId)}` });
      if (status === 451) return { kind: 'frozen' };
      if (status === 404) return { kind: 'closed', reasonCode: 'OrderUnknownToProvider' };
      return answerOf(understood(Order, status, body));
    },
  };
}

const requestOf = ({
  clientReference,
  loanId,
  employerName,
  permissiblePurpose,
  applicant,
}: EmploymentOrder) => ({
  type: 'employment-income',
  use_case: 'mortgage',
  permissible_purpose: permissiblePurpose,
  search_key: clientReference,
  loan_id: loanId,
  request_config: { allowed_verification_methods: ['instant', 'smart-outreach'] },
  target: {
    first_name: applicant.firstName,
    last_name: applicant.lastName,
    social_security_number: applicant.ssn,
    ...(applicant.birthOn === undefined ? {} : { date_of_birth: applicant.birthOn }),
    company: { name: employerName },
  },
});

/** Terminal states are completed, canceled and invalid; in every other one the provider is still at work. */
function answerOf({ verification_requests: requests }: z.infer<typeof Order>): ProviderAnswer {
  const [request] = requests ?? [];
  if (!request) return { kind: 'processing' };
  switch (request.state.canonical_value) {
    case 'completed': {
      const [report] = request.reports ?? [];
      if (!report) return { kind: 'processing' };
      const record = recordOf(report);
      return record ? { kind: 'record', record } : { kind: 'not-found' };
    }
    case 'invalid':
      return { kind: 'not-found' };
    case 'canceled':
      return request.cancellation_reason?.canonical_value === 'no-match'
        ? { kind: 'not-found' }
        : { kind: 'closed', reasonCode: 'CancelledByProvider' };
    default:
      return { kind: 'processing' };
  }
}

function understood<S extends z.ZodType>(schema: S, status: number, body: unknown): z.output<S> {
  const parsed = schema.safeParse(body);
  if (status >= 200 && status < 300 && parsed.success) return parsed.data;
  throw unavailable('Unavailable', 'the verification provider answered what we do not understand', {
    status,
  });
}
