import * as z from 'zod';

/** What a verified access token says; which pool it came from is known by its issuer. */
export interface VerifiedToken {
  pool: 'staff' | 'borrowers';
  issuer: string;
  sub: string;
  email: string | undefined;
  emailVerified: boolean;
}

/** The claims both pools' access tokens carry; `email` comes from the pre-token trigger. */
export const AccessTokenClaims = z.object({
  iss: z.string(),
  sub: z.string().min(1),
  token_use: z.literal('access'),
  client_id: z.string(),
  email: z.email().optional(),
  email_verified: z.union([z.boolean(), z.stringbool()]).optional(),
});
