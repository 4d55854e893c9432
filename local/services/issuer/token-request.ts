import * as z from 'zod';

/** `POST /_local/issuer/<pool>/token` */
export const tokenRequest = z.strictObject({
  sub: z.string().min(1).optional(),
  email: z.email(),
  emailVerified: z.boolean().default(true),
  tokenUse: z.enum(['access', 'id']).default('access'),
  clientId: z.string().optional(),
  expiresInSeconds: z.number().int().min(1).max(86_400).default(900),
  groups: z.array(z.string()).optional(),
  scope: z.string().default('aws.cognito.signin.user.admin'),
});

export type TokenRequest = z.output<typeof tokenRequest>;

/** `POST /_local/issuer/<pool>/forge`: a token that a right verifier refuses, by what is wrong with it. */
export const forgeRequest = tokenRequest.extend({
  kind: z.enum([
    'wrong-pool',
    'expired',
    'not-yet-valid',
    'tampered',
    'unsigned',
    'unknown-key',
    'public-key-as-secret',
    'wrong-client',
    'wrong-use',
  ]),
});

export type ForgeKind = z.output<typeof forgeRequest>['kind'];
