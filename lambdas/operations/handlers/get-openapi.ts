import { type ApiRequest, ok, type Reply } from '../../shared/request.ts';
import type { operationsRoutes } from '../routes.ts';

export interface Deps {
  openApi: () => Promise<unknown>;
}

/** GET /v1/openapi.json: the document that the build wrote beside this function. */
export async function getOpenApi(
  _request: ApiRequest<(typeof operationsRoutes.routes)[3]>,
  { openApi }: Deps,
): Promise<Reply> {
  return ok(await openApi(), { 'cache-control': 'public, max-age=300' });
}
