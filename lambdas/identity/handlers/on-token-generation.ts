import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';

/** Cognito pre-token trigger, version 2: access tokens carry the e-mail address and whether it is verified, for the first sign-in's binding. */
export async function handler(
  event: PreTokenGenerationV2TriggerEvent,
): Promise<PreTokenGenerationV2TriggerEvent> {
  const { email, email_verified } = event.request.userAttributes;
  // An empty address would not be one: the claim is left out where the pool knows none.
  const claimsToAddOrOverride = {
    ...(email === undefined ? {} : { email }),
    email_verified: email_verified ?? 'false',
  };
  event.response = { claimsAndScopeOverrideDetails: { accessTokenGeneration: { claimsToAddOrOverride } } };
  return event;
}
