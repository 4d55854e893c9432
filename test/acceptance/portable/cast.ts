import { randomBytes } from 'node:crypto';
import { ulid } from 'ulid';
import { expect } from 'vitest';
import { keyturnClient, type KeyturnClient } from '../../../tools/client/keyturn-client.ts';
import type { Environment } from './environment.ts';

export const staffNames = [
  'officer',
  'colleague',
  'processor',
  'underwriter',
  'manager',
  'compliance',
  'elsewhereOfficer',
  'elsewhereManager',
  'elsewhereProcessor',
] as const;
export type StaffName = (typeof staffNames)[number];

const places: Record<StaffName, { role: string; branch: 'here' | 'elsewhere' }> = {
  officer: { role: 'loan-officer', branch: 'here' },
  colleague: { role: 'loan-officer', branch: 'here' },
  processor: { role: 'processor', branch: 'here' },
  underwriter: { role: 'underwriter', branch: 'here' },
  manager: { role: 'manager', branch: 'here' },
  compliance: { role: 'compliance', branch: 'here' },
  elsewhereOfficer: { role: 'loan-officer', branch: 'elsewhere' },
  elsewhereManager: { role: 'manager', branch: 'elsewhere' },
  elsewhereProcessor: { role: 'processor', branch: 'elsewhere' },
};

export type Cast = Record<StaffName, KeyturnClient> & {
  operator: KeyturnClient;
  nobody: KeyturnClient;
  /** An address of this run's own: the suite can be run again on an environment that keeps its data. */
  address: (name: string) => string;
  signIn: (
    pool: 'staff' | 'borrowers',
    email: string,
    options?: { emailVerified?: boolean; sub?: string },
  ) => Promise<KeyturnClient>;
  withToken: (token: string) => KeyturnClient;
};

/** The first operator signs in and appoints everybody; each of them signs in with a token of the staff's pool. */
export async function gatherCast({ apiUrl, tokens, firstOperatorEmail }: Environment): Promise<Cast> {
  const run = randomBytes(4).toString('hex');
  const address = (name: string) => `${name.toLowerCase()}-${run}@example.com`;
  const signIn: Cast['signIn'] = async (
    pool,
    email,
    { emailVerified = true, sub = `portable-${email}` } = {},
  ) => keyturnClient(apiUrl, await tokens({ pool, sub, email, emailVerified }));
  const operator = await signIn('staff', firstOperatorEmail);

  const clients: Partial<Record<StaffName, KeyturnClient>> = {};
  for (const name of staffNames) {
    const { role, branch } = places[name];
    const appointed = await operator.put(`/v1/users/user_${ulid()}`, {
      displayName: `${name} Example`,
      email: address(name),
      role,
      branchId: `branch_${branch}-${run}`,
    });
    expect(appointed, `appointing ${name}`).toMatchObject({ status: 201 });
    clients[name] = await signIn('staff', address(name));
  }
  return {
    ...(clients as Record<StaffName, KeyturnClient>),
    operator,
    nobody: keyturnClient(apiUrl),
    address,
    signIn,
    withToken: (token) => keyturnClient(apiUrl, token),
  };
}
