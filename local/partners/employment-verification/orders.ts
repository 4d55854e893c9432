import * as z from 'zod';
import type { EmployerRecord } from './records.ts';

/** `POST /orders/target-employer`, as far as the provider insists on it; what else is sent is taken and ignored. */
export const OrderRequest = z.object({
  type: z.enum(['employment-income', 'employment', 'tenant-screening']),
  permissible_purpose: z.enum([
    'child-support',
    'credit-application',
    'employee-eligibility',
    'employee-request',
    'employee-review-or-collection',
    'employment',
    'insurance-underwriting-application',
    'legitimate-reason-initiated',
    'legitimate-reason-review',
    'risk-assessment',
    'subpoena',
  ]),
  use_case: z.string().min(1),
  search_key: z.string().nullish(),
  loan_id: z.string().nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
  target: z.object({
    first_name: z.string().min(1),
    last_name: z.string().min(1),
    social_security_number: z.string().regex(/^\d{3}-?\d{2}-?\d{4}$/),
    date_of_birth: z.iso.date().nullish(),
    company: z.object({ name: z.string().min(1) }),
  }),
});
export type OrderRequest = z.infer<typeof OrderRequest>;

export type OrderState = 'pending-approval' | 'processing' | 'completed' | 'canceled' | 'invalid';

/** An order as it is kept: the social security number is cut to its last four digits at the door. */
export interface Order {
  id: string;
  verificationRequestId: string;
  reportId: string;
  createdAt: number;
  request: OrderRequest;
  state: OrderState;
  settlesAt: number;
  settledAt?: number;
  record?: EmployerRecord;
  /** The name that the report carries: another one when the network has filed the person wrongly. */
  reportedEmployer?: string;
}

const wrapped = (value: string) => ({ canonical_value: value, raw_value: value });
const instant = (epochMs: number) => new Date(epochMs).toISOString();

/** `OrderResponseResource`, version 2023-10-30, with the report embedded once it is complete. */
export function orderResource(order: Order): Record<string, unknown> {
  const { request } = order;
  const { target } = request;
  return {
    id: order.id,
    loan_id: request.loan_id ?? null,
    search_key: request.search_key ?? null,
    employer_search: null,
    reverification: null,
    truework_direct: null,
    truework_direct_session_link: null,
    target_employer: {
      type: request.type,
      use_case: wrapped(request.use_case),
      permissible_purpose: wrapped(request.permissible_purpose),
      loan_id: request.loan_id ?? null,
      search_key: request.search_key ?? null,
      metadata: request.metadata ?? null,
      target: { ...target, social_security_number: masked(target.social_security_number) },
    },
    verification_requests: [
      {
        id: order.verificationRequestId,
        created: instant(order.createdAt),
        date_of_completion: order.settledAt === undefined ? null : instant(order.settledAt),
        type: request.type,
        state: wrapped(order.state),
        cancellation_reason: order.state === 'canceled' ? wrapped('no-match') : null,
        loan_id: request.loan_id ?? null,
        metadata: request.metadata ?? null,
        reports: order.state === 'completed' ? [reportResource(order)] : null,
      },
    ],
  };
}

/** `OrderVerificationReportResource`. */
export function reportResource(order: Order): Record<string, unknown> | undefined {
  const { record, request } = order;
  if (order.state !== 'completed' || record === undefined) return undefined;
  const at = order.settledAt ?? order.createdAt;
  return {
    id: order.reportId,
    created: instant(at),
    completed: instant(at),
    completed_by_method: wrapped('instant'),
    current_as_of: instant(at).slice(0, 10),
    verification_request: {
      id: order.verificationRequestId,
      created: instant(order.createdAt),
      type: request.type,
    },
    employer: { name: order.reportedEmployer ?? record.employer, address: null, government_ids: null },
    employee: {
      first_name: request.target.first_name,
      last_name: request.target.last_name,
      social_security_number: masked(request.target.social_security_number),
      hired_date: record.hiredOn,
      original_hired_date: record.hiredOn,
      termination_date: record.endedOn ?? null,
      status: wrapped(record.status),
      positions: [{ title: record.title, start_date: record.hiredOn, end_date: record.endedOn ?? null }],
      salary: {
        hours_per_week: record.hoursPerWeek ?? null,
        pay_frequency: wrapped('biweekly'),
        pay_rate: { amount: record.payRate.amount, unit: wrapped(record.payRate.unit) },
      },
      earnings: record.earnings.map(({ year, base, overtime, bonus }) => ({
        year,
        base,
        overtime,
        bonus,
        commission: '0.00',
        other: '0.00',
        total: null,
      })),
    },
  };
}

export const masked = (ssn: string): string => `***-**-${ssn.slice(-4)}`;
