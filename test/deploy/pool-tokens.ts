import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { TokenSource } from '../../tools/client/local-tokens.ts';
import { callJson } from './aws-call.ts';

export interface PoolClient {
  poolId: string;
  clientId: string;
}

const Session = z.looseObject({ AuthenticationResult: z.looseObject({ AccessToken: z.string() }) });

/**
 * Access tokens of the deployed user pools, with the claims that our token trigger puts in. Users are made by an
 * administrator and sign in by password: AWS would refuse that flow to these clients (they allow SRP alone) and would
 * ask staff for a second factor first. The wish's `sub` is not heeded: the pool gives its own.
 */
export function poolTokens(url: string, pools: Record<'staff' | 'borrowers', PoolClient>): TokenSource {
  const passwords = new Map<string, string>();
  const cognito = (operation: string, input: object) =>
    callJson(url, 'cognito-idp', `AWSCognitoIdentityProviderService.${operation}`, input);

  async function makeUser(poolId: string, email: string, isVerified: boolean): Promise<string> {
    const password = `Aa1!${randomBytes(12).toString('hex')}`;
    await cognito('AdminCreateUser', {
      UserPoolId: poolId,
      Username: email,
      TemporaryPassword: `${password}t`,
      MessageAction: 'SUPPRESS',
      UserAttributes: [
        { Name: 'email', Value: email },
        { Name: 'email_verified', Value: String(isVerified) },
      ],
    });
    await cognito('AdminSetUserPassword', {
      UserPoolId: poolId,
      Username: email,
      Password: password,
      Permanent: true,
    });
    return password;
  }

  return async ({ pool, email, emailVerified = true }) => {
    const { poolId, clientId } = pools[pool];
    const known = `${pool} ${email}`;
    const password = passwords.get(known) ?? (await makeUser(poolId, email, emailVerified));
    passwords.set(known, password);
    const reply = await cognito('InitiateAuth', {
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: clientId,
      AuthParameters: { USERNAME: email, PASSWORD: password },
    });
    return Session.parse(reply).AuthenticationResult.AccessToken;
  };
}
