import * as z from 'zod';
import type { FunctionLogs } from '../services/lambda/function-logs.ts';
import type { Registry } from '../services/registry.ts';
import type { HttpRequest, HttpResponse, LocalService } from '../services/service.ts';
import { noSesFaults } from '../services/ses/engine.ts';
import { noSqsFaults } from '../services/sqs/faults.ts';
import type { MovableClock } from './clock.ts';
import { faultRuleSchema, type Faults } from './faults.ts';
import type { Meter } from './meter.ts';
import type { PartnerHost } from './partner-host.ts';

export interface ControlParts {
  clock: MovableClock;
  faults: Faults;
  meter: Meter;
  logs: FunctionLogs;
  registry: Registry;
  partners: PartnerHost;
  urls: { aws: string; api: string; partners: string };
}

const clockMove = z.union([
  z.strictObject({ advanceSeconds: z.number() }),
  z.strictObject({ at: z.iso.datetime({ offset: true }) }),
  z.strictObject({ reset: z.literal(true) }),
]);

const queueFaults = z.strictObject({
  queues: z.strictObject({
    duplicate: z.strictObject({ probability: z.number().min(0).max(1), copies: z.int().min(1) }).optional(),
    reorder: z.number().min(0).max(1).optional(),
    delay: z.strictObject({ probability: z.number().min(0).max(1), maxMs: z.int().min(0) }).optional(),
  }),
});
const share = z.number().min(0).max(1);
const mailFaults = z.strictObject({
  mail: z.strictObject({ throttle: share, timeoutAfterAccept: share, holdMs: z.int().min(0) }).partial(),
});
const scanFaults = z.strictObject({
  scan: z.strictObject({
    result: z.enum(['FAILED', 'ACCESS_DENIED', 'UNSUPPORTED', 'THREATS_FOUND']),
    times: z.int().min(1).default(1),
  }),
});
/** A rule for AWS calls and webhooks, or what queues, mail and scans do from now on. */
const newFault = z.union([faultRuleSchema, queueFaults, mailFaults, scanFaults]);

type Route = (request: HttpRequest, parts: ControlParts) => HttpResponse | Promise<HttpResponse>;

/** What AWS has not and a test needs: `/_local/*` at the API's port. */
const routes: Record<string, Route> = {
  'GET health': (_, { registry, urls, clock, partners }) =>
    json({
      status: 'ok',
      now: new Date(clock.now()).toISOString(),
      urls,
      services: [...registry.byName.keys()].sort(),
      partners: partners.names(),
      functions: registry.lambda.engine.functions().map(({ name }) => name),
    }),
  'GET clock': (_, { clock }) => clockReply(clock),
  'POST clock': (request, { clock }) => {
    const move = clockMove.parse(bodyOf(request));
    if ('reset' in move) clock.reset();
    else if ('at' in move) clock.moveTo(Date.parse(move.at));
    else clock.advance(move.advanceSeconds * 1000);
    return clockReply(clock);
  },
  'GET faults': (_, parts) => json(faultsNow(parts)),
  'POST faults': (request, parts) => {
    const given = newFault.parse(bodyOf(request));
    if ('effect' in given) parts.faults.add(given);
    else if ('queues' in given) Object.assign(parts.registry.faults.queues, given.queues);
    else if ('mail' in given) Object.assign(parts.registry.faults.mail, given.mail);
    else Object.assign(parts.registry.faults.scan, given.scan);
    return json(faultsNow(parts), 201);
  },
  'DELETE faults': (_, { faults, registry }) => {
    faults.clear();
    Object.assign(registry.faults.queues, noSqsFaults());
    Object.assign(registry.faults.mail, noSesFaults());
    Object.assign(registry.faults.scan, { result: undefined, times: 0 });
    return { status: 204 };
  },
  'GET logs': (request, { logs }) => {
    const part = request.url.searchParams.get('function') ?? '';
    const names = logs.functions().filter((name) => name.includes(part));
    return json(Object.fromEntries(names.map((name) => [name, logs.lines(name)])));
  },
  'GET meter': (_, { meter }) => json(meter.reading()),
  'DELETE meter': (_, { meter }) => {
    meter.reset();
    return { status: 204 };
  },
  'GET alarms': (_, { registry }) => json({ alarms: registry.monitoring.describe() }),
  'GET notices': (_, { registry }) => json({ notices: registry.sns.inbox() }),
  'GET outbox': (request, { registry }) => {
    const { searchParams } = request.url;
    const name = searchParams.get('tag');
    return json({
      messages: registry.ses.outbox(
        name === null ? undefined : { name, value: searchParams.get('value') ?? '' },
      ),
    });
  },
};

/** First segment after `/_local/` -> the service that answers it, with the path as it came. */
const delegated: Record<string, string> = {
  issuer: 'cognito-idp',
  alarms: 'monitoring',
  metrics: 'monitoring',
  trail: 'cloudtrail',
};

export async function serveControl(request: HttpRequest, parts: ControlParts): Promise<HttpResponse> {
  const segment = request.url.pathname.split('/')[2] ?? '';
  if (segment === 'partners') return await parts.partners.control(request);
  const route = routes[`${request.method} ${segment}`];
  const service: LocalService | undefined = parts.registry.byName.get(delegated[segment] ?? '');
  if (route === undefined && service !== undefined) return await service.handle(request);
  if (route === undefined)
    return json({ message: `nothing here answers ${request.method} ${request.url.pathname}` }, 404);
  try {
    return await route(request, parts);
  } catch (error) {
    if (error instanceof z.ZodError) return json({ message: z.prettifyError(error) }, 400);
    if (error instanceof SyntaxError) return json({ message: 'the body is not JSON' }, 400);
    throw error;
  }
}

function faultsNow({ faults, registry }: ControlParts): object {
  return { rules: faults.list(), ...registry.faults };
}

function clockReply(clock: MovableClock): HttpResponse {
  return json({ now: new Date(clock.now()).toISOString(), offsetSeconds: clock.offsetMs / 1000 });
}

function bodyOf(request: HttpRequest): unknown {
  return JSON.parse(Buffer.from(request.body).toString('utf8')) as unknown;
}

function json(value: unknown, status = 200): HttpResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}
