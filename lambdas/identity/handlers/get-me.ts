import { type ApiRequest, ok, type Reply } from '../../shared/request.ts';
import type { identityRoutes } from '../routes.ts';

/** GET /v1/me */
export async function getMe({ principal }: ApiRequest<(typeof identityRoutes.routes)[2]>): Promise<Reply> {
  return ok(principal);
}
