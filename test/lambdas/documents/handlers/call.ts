import type { DocumentLinks } from '../../../../lambdas/documents/adapters/upload-links.ts';
import { stories } from '../../../../lambdas/documents/api.ts';
import { documentRoutes } from '../../../../lambdas/documents/routes.ts';
import { apiFunction } from '../../../../lambdas/shared/api.ts';
import { apiEvent, lambdaContext, type TestRequest } from '../../../support/api-event.ts';
import type { Principal } from '../../../../lambdas/shared/actor.ts';
import { loanId, type stage } from './stage.ts';

type Deps = Awaited<ReturnType<typeof stage>>;

const links: DocumentLinks = {
  upload: async ({ documentId, contentType }) => ({
    url: `https://quarantine.example/${documentId}`,
    method: 'PUT',
    headers: { 'content-type': contentType },
  }),
  view: async ({ key, versionId }) => `https://documents.example/${key}?versionId=${versionId}`,
};

/** One request through the capability's whole API function, with fakes below it. */
export async function callDocuments(deps: Deps, request: TestRequest) {
  const handler = apiFunction({
    table: documentRoutes,
    stories,
    wire: () => ({ ...deps, links }),
  });
  const { statusCode, body, headers } = await handler(apiEvent(request), lambdaContext);
  return {
    status: statusCode,
    body: JSON.parse(body === '' ? '{}' : body) as Record<string, unknown>,
    headers: (headers ?? {}) as Record<string, string>,
  };
}

/** GET below the documents of the staged loan. */
export const readDocuments = (deps: Deps, path: string, as: Principal) =>
  callDocuments(deps, { method: 'GET', path: `/v1/loans/${loanId}/documents${path}`, as });
