import * as z from 'zod';
import type { Storage } from '../../shared/storage.ts';
import { keys } from '../../shared/table.ts';

const OfficerPart = z.object({ role: z.string(), branchId: z.string(), active: z.boolean() });

/** Is this an active loan officer of the branch? Reads the user item that identity writes. */
export async function isOfficerInBranch(
  storage: Storage,
  userId: string,
  branchId: string,
): Promise<boolean> {
  const item = await storage.get(keys.user(userId));
  const user = item && OfficerPart.parse(item);
  return user !== undefined && user.active && user.role === 'loan-officer' && user.branchId === branchId;
}
