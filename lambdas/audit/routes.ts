import { route, type RouteTable } from '../shared/route.ts';
import * as contracts from './contracts.ts';

export const auditRoutes = {
  capability: 'audit',
  prefixes: ['/v1/audit', '/v1/loans/{loanId}/audit'],
  routes: [
    route({
      operationId: 'searchAudit',
      method: 'GET',
      path: '/v1/audit',
      summary: 'The trail of a loan, of an actor, or of a period',
      permission: 'audit:search',
      authorization: 'role',
      query: contracts.SearchAudit,
      readAction: 'AuditSearched',
      replies: { 200: { description: 'a page of entries', schema: contracts.AuditPage } },
    }),
    route({
      operationId: 'verifyAudit',
      method: 'GET',
      path: '/v1/loans/{loanId}/audit/verify',
      summary: "Recomputes the loan's chain of entries",
      permission: 'audit:verify',
      authorization: 'loan',
      params: contracts.LoanParams,
      readAction: 'AuditVerified',
      replies: { 200: { description: 'the verdict', schema: contracts.Verification } },
    }),
    route({
      operationId: 'exportAudit',
      method: 'GET',
      path: '/v1/loans/{loanId}/audit/export',
      summary: "The loan's chain with its head signed, for checking offline",
      permission: 'audit:verify',
      authorization: 'loan',
      params: contracts.LoanParams,
      readAction: 'AuditExported',
      replies: { 200: { description: 'the export', schema: contracts.AuditExport } },
    }),
  ],
} as const satisfies RouteTable;
