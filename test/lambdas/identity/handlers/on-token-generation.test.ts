import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { handler } from '../../../../lambdas/identity/handlers/on-token-generation.ts';

const claimsFor = async (userAttributes: Record<string, string>) => {
  const event = { request: { userAttributes }, response: {} } as unknown as PreTokenGenerationV2TriggerEvent;
  return (await handler(event)).response.claimsAndScopeOverrideDetails?.accessTokenGeneration
    ?.claimsToAddOrOverride;
};

describe('an access token', () => {
  it.each([
    [
      'says the address and that it is verified',
      { email: 'avery@example.com', email_verified: 'true' },
      { email: 'avery@example.com', email_verified: 'true' },
    ],
    [
      'calls verified nothing that the pool does not',
      { email: 'avery@example.com' },
      { email: 'avery@example.com', email_verified: 'false' },
    ],
    ['has no empty address', {}, { email_verified: 'false' }],
  ])('%s', async (_what, attributes, claims) => {
    expect(await claimsFor(attributes as Record<string, string>)).toEqual(claims);
  });
});
