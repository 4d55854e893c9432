import * as z from 'zod';
import type { Clock, InvokeOutcome, Json } from '../service.ts';
import type { TokenAuthorizer } from './api-model.ts';
import type { GatewayResponseType } from './gateway-response.ts';

const texts = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : [value]));
const replySchema = z.object({
  principalId: z.string(),
  policyDocument: z.object({
    Statement: z.array(z.object({ Effect: z.enum(['Allow', 'Deny']), Action: texts, Resource: texts })),
  }),
  context: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).default({}),
});
type Reply = z.output<typeof replySchema>;

export type Authorization =
  | { allowed: true; context: Record<string, string> }
  | { allowed: false; response: GatewayResponseType; message?: string };

export interface TokenAuthorization {
  check(authorizer: TokenAuthorizer, token: string | undefined, methodArn: string): Promise<Authorization>;
}

/** Invokes TOKEN authorizers, keeps their answers for as long as the template says, and evaluates the policy for each request. */
export function tokenAuthorization(
  clock: Clock,
  invoke: (functionArn: string, payload: Json) => Promise<InvokeOutcome>,
): TokenAuthorization {
  const kept = new Map<string, { reply: Reply; until: number }>();
  return {
    check: async (authorizer, token, methodArn) => {
      if (token === undefined || token === '' || authorizer.pattern?.test(token) === false)
        return { allowed: false, response: 'UNAUTHORIZED' };
      const key = `${authorizer.id} ${token}`;
      const known = kept.get(key);
      if (known !== undefined && known.until > clock.now()) return evaluate(known.reply, methodArn);
      const outcome = await invoke(authorizer.functionArn, {
        type: 'TOKEN',
        authorizationToken: token,
        methodArn,
      }).catch(() => undefined);
      if (outcome === undefined) return { allowed: false, response: 'AUTHORIZER_FAILURE' };
      if (outcome.functionError !== undefined) {
        const refused = (outcome.payload as { errorMessage?: Json } | null)?.errorMessage === 'Unauthorized';
        return { allowed: false, response: refused ? 'UNAUTHORIZED' : 'AUTHORIZER_FAILURE' };
      }
      const reply = replySchema.safeParse(outcome.payload);
      if (!reply.success) return { allowed: false, response: 'AUTHORIZER_CONFIGURATION_ERROR' };
      if (authorizer.ttlSeconds > 0)
        kept.set(key, { reply: reply.data, until: clock.now() + authorizer.ttlSeconds * 1000 });
      if (kept.size > 1000) kept.delete(kept.keys().next().value ?? '');
      return evaluate(reply.data, methodArn);
    },
  };
}

function evaluate(reply: Reply, methodArn: string): Authorization {
  const matching = reply.policyDocument.Statement.filter(
    ({ Action, Resource }) =>
      Action.some((action) => wildcard(action).test('execute-api:Invoke')) &&
      Resource.some((resource) => wildcard(resource).test(methodArn)),
  );
  if (matching.some(({ Effect }) => Effect === 'Deny')) {
    const message = 'User is not authorized to access this resource with an explicit deny';
    return { allowed: false, response: 'ACCESS_DENIED', message };
  }
  if (matching.length === 0) return { allowed: false, response: 'ACCESS_DENIED' };
  const context = Object.entries(reply.context).flatMap(([name, value]) =>
    value === null ? [] : [[name, String(value)]],
  );
  return {
    allowed: true,
    context: {
      principalId: reply.principalId,
      integrationLatency: '0',
      ...(Object.fromEntries(context) as Record<string, string>),
    },
  };
}

function wildcard(pattern: string): RegExp {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'i');
}
