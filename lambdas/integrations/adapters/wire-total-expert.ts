import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import { KernelEnv } from '../../shared/env.ts';
import type { Clock } from '../../shared/clock.ts';
import { wireKernel } from '../../shared/kernel.ts';
import { type Envelopes, kmsEnvelopes } from '../../shared/pii.ts';
import type { Storage } from '../../shared/storage.ts';
import { breaker } from '../connector/breaker.ts';
import { connector } from '../connector/connector.ts';
import { governor } from '../connector/governor.ts';
import { type CallHttp, callJson } from '../connector/http-call.ts';
import type { Pace } from '../connector/pace.ts';
import { type ClientCredentials, partnerSecret } from '../connector/partner-secret.ts';
import { sharedTokens } from '../connector/shared-tokens.ts';
import type { MarketingPlatform } from '../domain/marketing-platform.ts';
import { limits, partner } from '../domain/total-expert-account.ts';
import { totalExpertReady, totalExpertToken } from './total-expert-token.ts';
import { totalExpert } from './total-expert.ts';

export const TotalExpertEnv = KernelEnv.extend({
  PII_KEY_ID: z.string(),
  TOTAL_EXPERT_URL: z.string(),
  TOTAL_EXPERT_SECRET_ID: z.string(),
});

const callMs = 8_000;

interface Parts {
  baseUrl: string;
  storage: Storage;
  envelopes: Envelopes;
  secret: () => Promise<ClientCredentials>;
  pace: Pace;
  call?: CallHttp;
}

/** The connector to Total Expert with this partner's figures. */
export function totalExpertAt({
  baseUrl,
  storage,
  envelopes,
  secret,
  pace,
  ...given
}: Parts): MarketingPlatform {
  const call = given.call ?? callJson(callMs);
  const rules = { callsPerHour: limits.tokenCallsPerHour, marginMs: 120_000 };
  const ready = totalExpertReady(baseUrl, call);
  const fetchToken = totalExpertToken(baseUrl, call, secret);
  return totalExpert(
    connector({
      partner,
      baseUrl,
      call,
      pace,
      tokens: sharedTokens({ partner, storage, envelopes, pace, rules, ready, fetchToken }),
      governor: governor(partner, limits.requestsPerMinute, storage, pace),
      breaker: breaker(partner, breakerRules, storage, pace),
      retries: { attempts: 3, withinMs: 9_000, baseMs: 200 },
    }),
  );
}

const breakerRules = {
  failures: 5,
  windowMs: 60_000,
  openMs: 30_000,
  longestOpenMs: 600_000,
  probeMs: 30_000,
};

export const paceOf = (clock: Clock): Pace => ({ clock, pause: delay, random: Math.random });

/** The kernel and the partner, as both functions of this slice need them. */
export function wireTotalExpert(env: z.output<typeof TotalExpertEnv>) {
  const kernel = wireKernel(env);
  const pace = paceOf(kernel.clock);
  const platform = totalExpertAt({
    baseUrl: env.TOTAL_EXPERT_URL,
    storage: kernel.storage,
    envelopes: kmsEnvelopes(kernel.storage, env.PII_KEY_ID),
    secret: partnerSecret(env.TOTAL_EXPERT_SECRET_ID),
    pace,
  });
  return { ...kernel, pace, platform };
}
