import { afterEach, describe, expect, it, vi } from 'vitest';
import { authorizeToken, type Deps } from '../../../../lambdas/identity/handlers/authorize-token.ts';
import type { VerifiedToken } from '../../../../lambdas/identity/domain/token.ts';
import { unavailable } from '../../../../lambdas/shared/errors.ts';
import { capturedLines } from '../../../support/captured-lines.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const verified: VerifiedToken = {
  pool: 'staff',
  issuer: 'i',
  sub: 's',
  email: undefined,
  emailVerified: false,
};
const known = {
  kind: 'staff',
  userId: 'user_01JD0000000000000000000001',
  role: 'manager',
  branchId: 'branch_main',
} as const;
const authorize = (deps: Partial<Deps> = {}, authorizationToken = 'Bearer a.b.c') =>
  authorizeToken(
    {
      type: 'TOKEN',
      authorizationToken,
      methodArn: 'arn:aws:execute-api:us-east-1:000000000000:api1/prod/GET/v1/loans/loan_1',
    },
    { verify: async () => verified, people: { resolve: async () => known }, ...deps },
    'corr-0001',
  );

describe('the authorizer', () => {
  it('allows a known person on the whole API, since the answer is kept for the token, and says who it is', async () => {
    expect(await authorize()).toEqual({
      principalId: known.userId,
      policyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Action: 'execute-api:Invoke',
            Effect: 'Allow',
            Resource: 'arn:aws:execute-api:us-east-1:000000000000:api1/prod/*',
          },
        ],
      },
      context: known,
    });
  });

  it('denies a stranger and tells nothing of them', async () => {
    const { policyDocument, context, principalId } = await authorize({
      people: { resolve: async () => undefined },
    });
    expect([policyDocument.Statement[0], context, principalId]).toMatchObject([
      { Effect: 'Deny' },
      {},
      'stranger',
    ]);
  });

  it.each(['', 'Bearer', 'Bearer a.b', 'bearer a.b.c', 'Basic a.b.c', 'Bearer a.b.c d', 'Bearer a.b.c.d'])(
    'answers 401 to the header %j',
    async (header) => {
      await expect(
        authorize(
          {
            verify: async () => {
              throw new Error('must not be asked');
            },
          },
          header,
        ),
      ).rejects.toThrow(/^Unauthorized$/);
    },
  );

  it('answers 401 to a bad token, whatever is wrong with it', async () => {
    await expect(
      authorize({
        verify: async () => {
          throw new Error('expired');
        },
      }),
    ).rejects.toThrow(/^Unauthorized$/);
  });

  it.each<[string, Partial<Deps>]>([
    [
      'the issuer',
      {
        verify: async () => {
          throw unavailable('Unavailable', 'down');
        },
      },
    ],
    [
      'the table',
      {
        people: {
          resolve: async () => {
            throw unavailable('Unavailable', 'down');
          },
        },
      },
    ],
  ])('never calls an outage of %s a refusal', async (_what, deps) => {
    await expect(authorize(deps)).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('counts an outage, which alarms, and never a bad token as one', async () => {
    vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
    const lines = capturedLines();
    const bad = async () => {
      throw new Error('expired');
    };
    await expect(authorize({ verify: bad })).rejects.toThrow('Unauthorized');
    expect(lines.join('')).toContain('TokensRefused');
    expect(lines.join('')).not.toContain('AuthorizerFailed');
    const down = async () => {
      throw unavailable('Unavailable', 'down');
    };
    await expect(authorize({ verify: down })).rejects.toThrow('down');
    expect(lines.join('')).toContain('AuthorizerFailed');
  });
});
