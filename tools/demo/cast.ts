import { keyturnClient, type KeyturnClient } from '../client/keyturn-client.ts';
import { localTokens } from '../client/local-tokens.ts';

/** The invented staff of the demo's branch, by role. */
export const staff = {
  manager: { userId: 'user_01JD0000000000000000DEMM01', name: 'Morgan Example' },
  'loan-officer': { userId: 'user_01JD0000000000000000DEMM02', name: 'Jordan Example' },
  processor: { userId: 'user_01JD0000000000000000DEMM03', name: 'Casey Example' },
  underwriter: { userId: 'user_01JD0000000000000000DEMM04', name: 'Riley Example' },
  compliance: { userId: 'user_01JD0000000000000000DEMM05', name: 'Quinn Example' },
} as const;
export type StaffRole = keyof typeof staff;

export const branchId = 'branch_sampleton';
export const operatorEmail = 'operator@local.keyturn.example';
export const emailOf = (role: StaffRole): string => `${role}@local.keyturn.example`;

export type Cast = Record<StaffRole, KeyturnClient> & {
  operator: KeyturnClient;
  borrower: (email: string) => Promise<KeyturnClient>;
};

/** Signs everybody in; users that are not there yet are appointed by the first operator. */
export async function gatherCast(apiUrl: string): Promise<Cast> {
  const tokens = localTokens(apiUrl);
  const signIn = async (pool: 'staff' | 'borrowers', email: string) =>
    keyturnClient(apiUrl, await tokens({ pool, sub: `demo-${email}`, email }));
  const operator = await signIn('staff', operatorEmail);
  for (const [role, { userId, name }] of Object.entries(staff)) {
    const answer = await operator.put(`/v1/users/${userId}`, {
      displayName: name,
      email: emailOf(role as StaffRole),
      role,
      branchId,
    });
    if (answer.status !== 201 && answer.status !== 409)
      throw new Error(`appointing ${role}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
  const roles = await Promise.all(
    (Object.keys(staff) as StaffRole[]).map(
      async (role) => [role, await signIn('staff', emailOf(role))] as const,
    ),
  );
  const clients = Object.fromEntries(roles) as Record<StaffRole, KeyturnClient>;
  return { ...clients, operator, borrower: (email) => signIn('borrowers', email) };
}
