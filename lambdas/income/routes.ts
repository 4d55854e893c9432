import { route, type RouteTable } from '../shared/route.ts';
import { Incomes, LoanParams, OrderVerification, VerificationView } from './contracts.ts';

export const incomeRoutes = {
  capability: 'income',
  prefixes: ['/v1/loans/{loanId}/income', '/v1/webhooks/employment-verification'],
  routes: [
    route({
      operationId: 'getIncome',
      method: 'GET',
      path: '/v1/loans/{loanId}/income',
      summary:
        'Qualifying income with its worksheets, where every figure stands, and the orders of employer’s records',
      permission: 'income:read',
      authorization: 'loan',
      params: LoanParams,
      readAction: 'IncomeRead',
      replies: { 200: { description: 'the calculations', schema: Incomes } },
    }),
    route({
      operationId: 'orderVerification',
      method: 'POST',
      path: '/v1/loans/{loanId}/income/verifications',
      summary: 'Orders the employer’s record again',
      permission: 'income:order',
      authorization: 'loan',
      params: LoanParams,
      body: OrderVerification,
      idempotent: true,
      replies: { 202: { description: 'ordered; follow it under income', schema: VerificationView } },
    }),
    route({
      operationId: 'receiveVerificationWebhook',
      method: 'POST',
      path: '/v1/webhooks/employment-verification',
      summary: 'The verification provider says that an order is finished; signed with the shared secret',
      permission: 'public',
      authorization: 'none',
      replies: { 204: { description: 'heard' } },
    }),
  ],
} as const satisfies RouteTable;
