import { parseStored } from '../../shared/parse.ts';
import type { Macs } from '../../shared/pii.ts';
import type { Storage } from '../../shared/storage.ts';
import { keys } from '../../shared/table.ts';
import { User } from '../contracts.ts';

/** Staff and contacts have apart indexes: the same address may be both. */
export const staffEmailMac = (macs: Macs, email: string): Promise<string> =>
  macs.mac('staff-email', email.trim().toLowerCase());

const StoredUser = User.loose();

export async function getStoredUser(storage: Storage, userId: string): Promise<User | undefined> {
  const item = await storage.get(keys.user(userId));
  if (!item) return undefined;
  const {
    displayName,
    email,
    role,
    branchId,
    licences,
    active,
    version,
    updatedAt,
    userId: id,
  } = parseStored(StoredUser, item, 'user item');
  return { userId: id, displayName, email, role, branchId, licences, active, version, updatedAt };
}
