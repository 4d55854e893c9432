import type { HttpRequest, HttpResponse } from '../../services/service.ts';
import type { PartnerContext } from '../partner.ts';
import { fieldsOf, isFields, refusedGrant, reply, textOf } from './replies.ts';

const hourMs = 3600_000;
const tokensPerHour = 2;
const tokens = 'total-expert.tokens';
const calls = 'total-expert.token-calls';

/** `POST /v1/token` and what it granted. Two calls an hour, whatever came of them. */
export function grants(context: PartnerContext, secretName: string) {
  const { store, clock, random } = context;
  async function isClient(authorization: string): Promise<boolean> {
    const given = Buffer.from(authorization.replace(/^Basic /i, ''), 'base64').toString('utf8');
    const held: unknown = JSON.parse(await context.secret(secretName));
    return isFields(held) && given === `${textOf(held['clientId'])}:${textOf(held['clientSecret'])}`;
  }

  function isOverLimit(): boolean {
    const now = clock.now();
    const recent = (store.get<number[]>(calls, 'at') ?? []).filter((at) => at > now - hourMs);
    if (recent.length >= tokensPerHour) return true;
    store.put(calls, 'at', [...recent, now]);
    store.put(calls, 'count', (store.get<number>(calls, 'count') ?? 0) + 1);
    return false;
  }

  return {
    async grant({ headers, body }: HttpRequest): Promise<HttpResponse> {
      if (isOverLimit()) return refusedGrant(429, 'too_many_requests', 'Token limit of 2 per hour reached');
      if (!(await isClient(headers['authorization'] ?? '')))
        return refusedGrant(401, 'invalid_client', 'Client authentication failed');
      if (fieldsOf(body)?.['grant_type'] !== 'client_credentials')
        return refusedGrant(400, 'unsupported_grant_type', 'The grant type is not supported');
      const token = Buffer.from(random.bytes(24)).toString('base64url');
      store.put(tokens, token, { expiresAt: clock.now() + hourMs });
      return reply(200, { access_token: token, expires_in: 3600, token_type: 'bearer', scope: '' });
    },
    isGood(authorization: string): boolean {
      const granted = store.get<{ expiresAt: number }>(tokens, authorization.replace(/^Bearer /i, ''));
      return granted !== undefined && clock.now() < granted.expiresAt;
    },
    /** Every token dies at once, long before its time. */
    expireAll(): void {
      for (const [token] of store.list(tokens)) store.delete(tokens, token);
    },
    count: (): number => store.get<number>(calls, 'count') ?? 0,
  };
}
