import type { HttpRequest, HttpResponse } from '../../services/service.ts';
import type { PartnerContext, PartnerSandbox } from '../partner.ts';
import { Faults, faultSwitches } from './faults.ts';
import { grants } from './grants.ts';
import type { Kind } from './record-rules.ts';
import { records } from './records.ts';
import { fieldsOf, refused, reply } from './replies.ts';

/** The secret that `lib/integrations-stack.ts` makes: both sides hold it. */
export const secretName = 'keyturn-local-total-expert';

const perMinute = 1_000;
const minuteMs = 60_000;
const calls = 'total-expert.calls';

/** Total Expert's public API v1 as its documentation tells it: tokens, contacts, loans. State outlives a restart. */
export function createTotalExpert(context: PartnerContext): PartnerSandbox {
  const { store, clock, urls } = context;
  const faults = faultSwitches(context);
  const granted = grants(context, secretName);
  const kept = records(store, faults, urls.own);

  function isOverLimit(): boolean {
    const now = clock.now();
    const recent = (store.get<number[]>(calls, 'at') ?? []).filter((at) => at > now - minuteMs);
    store.put(calls, 'at', [...recent, now].slice(-perMinute - 1));
    return recent.length >= perMinute || faults.takes('tooManyRequests');
  }

  async function handle(request: HttpRequest): Promise<HttpResponse> {
    await faults.slowness();
    if (faults.now().down) return refused(503, 'Service unavailable');
    const { method, url, headers } = request;
    if (method !== 'GET' && !/^application\/json\b/.test(headers['content-type'] ?? ''))
      return refused(415, 'Content type must be application/json');
    if (url.pathname === '/v1/token')
      return method === 'POST' ? await granted.grant(request) : refused(405, 'Method not allowed');
    if (url.pathname === '/v1/heartbeat') return reply(200, { status: 'ok' });
    if (isOverLimit()) return refused(429, 'Too many requests');
    if (!granted.isGood(headers['authorization'] ?? '')) return refused(401, 'Unauthorized');
    return onRecords(request);
  }

  function onRecords({ method, url, body }: HttpRequest): HttpResponse {
    const [, kind, id] = /^\/v1\/(contacts|loans)(?:\/(\d+))?$/.exec(url.pathname) ?? [];
    if (kind === undefined) return refused(404, 'Not found');
    const collection = kind as Kind;
    if (method === 'GET')
      return id === undefined ? kept.page(collection, url.searchParams) : kept.show(collection, id);
    if (method !== (id === undefined ? 'POST' : 'PATCH')) return refused(405, 'Method not allowed');
    const fields = fieldsOf(body);
    if (!fields) return refused(400, 'Malformed JSON');
    const answer = store.transaction(() =>
      id === undefined ? kept.create(collection, fields) : kept.change(collection, id, fields),
    );
    return answer.status < 300 && faults.takes('failAfterAccepting')
      ? refused(500, 'Internal server error')
      : answer;
  }

  return {
    name: 'total-expert',
    handle,
    control: async ({ method, url, body }) => {
      switch (`${method} ${url.pathname}`) {
        case 'GET /records':
          return reply(
            200,
            JSON.parse(
              JSON.stringify({
                contacts: kept.list('contacts'),
                loans: kept.list('loans'),
                tokenCalls: granted.count(),
              }),
            ),
          );
        case 'GET /faults':
          return reply(200, faults.now());
        case 'PUT /faults': {
          const asked = Faults.safeParse(fieldsOf(body));
          if (!asked.success) return refused(400, z400(asked.error.issues));
          faults.set(asked.data);
          return reply(200, asked.data);
        }
        case 'POST /expire-tokens':
          granted.expireAll();
          return reply(200, {});
        default:
          return refused(404, 'Known here: GET records, GET and PUT faults, POST expire-tokens');
      }
    },
  };
}

const z400 = (issues: readonly { path: PropertyKey[]; message: string }[]): string =>
  issues.map(({ path, message }) => `${path.map(String).join('.') || 'body'}: ${message}`).join('; ');
