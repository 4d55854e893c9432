import * as z from 'zod';
import { ContactIdSchema, idSchema, LoanIdSchema } from '../shared/ids.ts';
import { IncomeCalculation } from './domain/calculation.ts';
import { Verification } from './domain/verification.ts';

export const LoanParams = z.strictObject({ loanId: LoanIdSchema });

/** What staff see of an order; the employer's record itself is cited line by line in the calculations. */
export const VerificationView = Verification.pick({
  verificationId: true,
  contactId: true,
  employerName: true,
  generation: true,
  permissiblePurpose: true,
  authorizedAt: true,
  orderedAt: true,
  orderedBy: true,
  documentIds: true,
  status: true,
  orderId: true,
  placedAt: true,
  unanswered: true,
  settledAt: true,
  outcome: true,
  reasonCode: true,
  record: true,
}).strict();

export const Incomes = z.strictObject({
  /** The calculation that stands, one for each borrower with evidence. */
  current: z.array(IncomeCalculation),
  /** All that were ever made, newest first. */
  calculations: z.array(IncomeCalculation),
  verifications: z.array(VerificationView),
});

export const OrderVerification = z.strictObject({
  contactId: ContactIdSchema,
  /** Of a further job that a pay stub shows; absent, the employer that the application names. */
  employerName: z.string().trim().min(1).max(100).optional(),
});

/** Truework's webhook, of which only the order's id is used: what it says is fetched, not believed. */
export const VerificationWebhook = z.object({
  hook: z.object({ event: z.enum(['order.completed', 'verification_request.state.change']) }),
  data: z.object({ order_id: z.string().min(1).max(200), state: z.string().max(100).optional() }),
});

/** The item that leads from the provider's order to ours. */
export const OrderReference = z.object({ loanId: LoanIdSchema, verificationId: idSchema('ver') });
