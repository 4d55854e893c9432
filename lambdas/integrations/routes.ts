import { route, type RouteTable } from '../shared/route.ts';
import { Integrations, LoanParams } from './contracts.ts';

export const integrationRoutes = {
  capability: 'integrations',
  prefixes: ['/v1/loans/{loanId}/integrations'],
  routes: [
    route({
      operationId: 'listIntegrations',
      method: 'GET',
      path: '/v1/loans/{loanId}/integrations',
      summary: 'What partners hold of this loan, and where each field they were sent came from',
      permission: 'integration:read',
      authorization: 'loan',
      params: LoanParams,
      readAction: 'IntegrationsListed',
      replies: { 200: { description: 'records and calls', schema: Integrations } },
    }),
  ],
} as const satisfies RouteTable;
