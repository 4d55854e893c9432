import { conflict, invalid } from '../../shared/errors.ts';
import type { Kernel } from '../../shared/kernel.ts';
import { type ApiRequest, created, etag, ok, type Reply } from '../../shared/request.ts';
import { indexKeys, keys, userSubject } from '../../shared/table.ts';
import type { Write } from '../../shared/storage.ts';
import { mayAppoint } from '../domain/appointment.ts';
import { getStoredUser, staffEmailMac } from '../adapters/users.ts';
import type { identityRoutes } from '../routes.ts';

type Request = ApiRequest<(typeof identityRoutes.routes)[0]>;

/** PUT /v1/users/{userId}: creates with the client's own id, or changes what If-Match names. */
export async function putUser(request: Request, kernel: Kernel): Promise<Reply> {
  const { userId } = request.params;
  mayAppoint(request.principal, request.body);
  const before = await getStoredUser(kernel.storage, userId);
  if (before) mayAppoint(request.principal, before);
  const exists = () => conflict('UserExists', 'the user exists: send If-Match to change it', { userId });
  if (before && request.ifMatch === undefined) throw exists();
  if (!before && request.ifMatch !== undefined)
    throw invalid('PreconditionFailed', 'there is no such user to change', { userId });

  const version = (request.ifMatch ?? 0) + 1;
  const user = { ...request.body, userId, version, updatedAt: kernel.clock.now() };
  const stale = () => invalid('PreconditionFailed', 'the user has changed since', { userId });
  const attributes = { ...indexKeys.branchUsers(user.branchId, userId), schemaVersion: 1, ...user };
  // Changed in place, never put anew: the sign-in that is bound to the user (`boundAt`) must outlive every change.
  const write: Write = before
    ? { kind: 'update', key: keys.user(userId), set: attributes, when: { equals: { version: version - 1 } } }
    : { kind: 'put', item: { ...keys.user(userId), ...attributes }, when: { exists: false } };
  await kernel.commit({
    subject: userSubject(userId),
    actor: request.actor,
    correlationId: request.correlationId,
    action: before ? 'UserChanged' : 'UserCreated',
    facts: { role: user.role, branchId: user.branchId, active: user.active },
    writes: [
      { ...write, otherwise: before ? stale : exists },
      ...(await emailWrites(kernel, userId, before?.email, user.email)),
    ],
  });
  return before
    ? ok(user, etag(version))
    : {
        ...created(`/v1/users/${userId}`, user),
        headers: { location: `/v1/users/${userId}`, ...etag(version) },
      };
}

/** One user per e-mail address: an item of its own, keyed by MAC. */
async function emailWrites(
  { macs }: Kernel,
  userId: string,
  before: string | undefined,
  after: string,
): Promise<Write[]> {
  if (before?.toLowerCase() === after.toLowerCase()) return [];
  const taken = () => conflict('EmailTaken', 'another user has this e-mail address');
  const claim: Write = {
    kind: 'put',
    item: { ...keys.email(await staffEmailMac(macs, after)), userId },
    when: { exists: false },
    otherwise: taken,
  };
  if (before === undefined) return [claim];
  return [
    claim,
    { kind: 'delete', key: keys.email(await staffEmailMac(macs, before)), when: { equals: { userId } } },
  ];
}
