import { route, type RouteTable } from '../shared/route.ts';
import { LoanParams, Messages } from './contracts.ts';

export const messagingRoutes = {
  capability: 'messaging',
  prefixes: ['/v1/loans/{loanId}/messages'],
  routes: [
    route({
      operationId: 'listMessages',
      method: 'GET',
      path: '/v1/loans/{loanId}/messages',
      summary: 'What was sent to whom about this loan, and what is uncertain',
      permission: 'message:read',
      authorization: 'loan',
      params: LoanParams,
      readAction: 'MessagesListed',
      replies: { 200: { description: 'the messages', schema: Messages } },
    }),
  ],
} as const satisfies RouteTable;
