import { missing } from '../../shared/errors.ts';
import type { Kernel } from '../../shared/kernel.ts';
import { type ApiRequest, etag, ok, type Reply } from '../../shared/request.ts';
import { getStoredUser } from '../adapters/users.ts';
import type { identityRoutes } from '../routes.ts';

/** GET /v1/users/{userId} */
export async function getUser(
  { params }: ApiRequest<(typeof identityRoutes.routes)[1]>,
  { storage }: Kernel,
): Promise<Reply> {
  const user = await getStoredUser(storage, params.userId);
  if (!user) throw missing('UserNotFound', 'there is no such user', { userId: params.userId });
  return ok(user, etag(user.version));
}
