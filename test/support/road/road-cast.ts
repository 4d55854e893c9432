import { keyturnClient, type KeyturnClient } from '../../../tools/client/keyturn-client.ts';
import { localTokens } from '../../../tools/client/local-tokens.ts';
import { branchId, emailOf, operatorEmail, staff, type StaffRole } from '../../../tools/demo/cast.ts';
import { type AnswerSeen, remembering } from './answers-seen.ts';
import { patient } from './patient-client.ts';

export type RoadCast = Record<StaffRole, KeyturnClient> & {
  operator: KeyturnClient;
  nobody: KeyturnClient;
  borrower(email: string): Promise<KeyturnClient>;
  withToken(token: string): KeyturnClient;
};

/** A day, the issuer's most. */
const sessionSeconds = 86_400;

/** The staff of one branch; everybody asks again, under the same key, what a fault left unanswered. */
export async function gatherRoadCast(apiUrl: string, seen: AnswerSeen[] = []): Promise<RoadCast> {
  const clientOf = (token?: string) => remembering(keyturnClient(apiUrl, token), seen);
  const tokens = localTokens(apiUrl);
  const signIn = (pool: 'staff' | 'borrowers', email: string) =>
    patient(async () =>
      clientOf(await tokens({ pool, sub: `road-${email}`, email, expiresInSeconds: sessionSeconds })),
    );
  const operator = await signIn('staff', operatorEmail);
  for (const [role, { userId, name }] of Object.entries(staff)) {
    const body = { displayName: name, email: emailOf(role as StaffRole), role, branchId };
    const answer = await operator.put(`/v1/users/${userId}`, body);
    if (answer.status !== 201 && answer.status !== 409)
      throw new Error(`appointing ${role}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
  const roles = Object.keys(staff) as StaffRole[];
  const clients = await Promise.all(
    roles.map(async (role) => [role, await signIn('staff', emailOf(role))] as const),
  );
  return {
    ...(Object.fromEntries(clients) as Record<StaffRole, KeyturnClient>),
    operator,
    nobody: clientOf(),
    borrower: (email) => signIn('borrowers', email),
    withToken: clientOf,
  };
}
