import { route, type RouteTable } from '../shared/route.ts';
import * as contracts from './contracts.ts';

const { LoanParams, DocumentParams } = contracts;

export const documentRoutes = {
  capability: 'documents',
  prefixes: ['/v1/loans/{loanId}/documents'],
  routes: [
    route({
      operationId: 'requestUpload',
      method: 'POST',
      path: '/v1/loans/{loanId}/documents',
      summary: 'Asks for a link to upload one file; the same content again is the same document',
      permission: 'document:upload',
      authorization: 'loan',
      params: LoanParams,
      body: contracts.RequestUpload,
      idempotent: true,
      replies: {
        201: { description: 'a link to upload the file', schema: contracts.UploadOpened },
        200: { description: 'this content is here already', schema: contracts.UploadKnown },
      },
    }),
    route({
      operationId: 'listDocuments',
      method: 'GET',
      path: '/v1/loans/{loanId}/documents',
      summary: 'The documents of the loan; a borrower sees their own',
      permission: 'document:read',
      authorization: 'loan',
      params: LoanParams,
      query: contracts.ListDocuments,
      readAction: 'DocumentsListed',
      replies: { 200: { description: 'a page of documents', schema: contracts.DocumentPage } },
    }),
    route({
      operationId: 'getDocument',
      method: 'GET',
      path: '/v1/loans/{loanId}/documents/{documentId}',
      summary: 'One document: its state and reason; for staff what was read, with page, box and engine',
      permission: 'document:read',
      authorization: 'loan',
      params: DocumentParams,
      readAction: 'DocumentRead',
      replies: { 200: { description: 'the document', schema: contracts.DocumentView } },
    }),
    route({
      operationId: 'viewFile',
      method: 'GET',
      path: '/v1/loans/{loanId}/documents/{documentId}/file',
      summary: 'A link to the file for one minute; who asked is on the trail',
      permission: 'document:view-file',
      authorization: 'loan',
      params: DocumentParams,
      readAction: 'FileViewed',
      replies: { 200: { description: 'the link', schema: contracts.FileLink } },
    }),
    route({
      operationId: 'reviewDocument',
      method: 'POST',
      path: '/v1/loans/{loanId}/documents/{documentId}/review',
      summary: 'A person accepts the document, with corrections, or returns it',
      permission: 'document:review',
      authorization: 'loan',
      params: DocumentParams,
      body: contracts.RecordReview,
      idempotent: true,
      replies: {
        202: { description: 'recorded; the intake goes on', schema: contracts.ReviewRecorded },
      },
    }),
  ],
} as const satisfies RouteTable;
