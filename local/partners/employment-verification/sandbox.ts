import * as z from 'zod';
import type { HttpRequest, HttpResponse } from '../../services/service.ts';
import type { PartnerContext, PartnerSandbox } from '../partner.ts';
import { Fault, ProviderFaults } from './faults.ts';
import { masked, type Order, orderResource, OrderRequest, reportResource } from './orders.ts';
import { EmployerRecord, findRecord, seededRecords } from './records.ts';
import { heldSecret, Webhooks } from './webhooks.ts';

/** Of the local stage's template: both sides hold it. */
export const tokenSecretName = 'keyturn-local-employment-verification';

const orders = 'employment-verification.order';
const records = 'employment-verification.record';

export interface SandboxSettings {
  /** How long an order is worked on. */
  turnaroundMs: number;
}

/**
 * A provider of employment records after Truework's API of 2023-10-30: target-employer orders, polling, reports, the
 * `order.completed` webhook. It never dedupes: the same order twice is two orders, and two bills.
 */
export function employmentVerificationSandbox(
  context: PartnerContext,
  settings: SandboxSettings = { turnaroundMs: 1_500 },
): PartnerSandbox {
  const { store, clock, random, scheduler } = context;
  const faults = new ProviderFaults();
  const webhooks = new Webhooks(context);

  async function refusal({ headers }: HttpRequest): Promise<HttpResponse | undefined> {
    if (faults.take('down')) return problem(503, 'Service Unavailable');
    if (faults.take('throttled')) return problem(429, 'Too Many Requests', { 'retry-after': '1' });
    const slow = faults.take('slow');
    if (slow) await later(slow.delayMs);
    if (headers['authorization'] !== `Bearer ${await heldSecret(context, tokenSecretName)}`)
      return problem(401, 'Authentication credentials were not provided.');
    const version = /version=([^;,]+)/.exec(headers['accept'] ?? '')?.[1];
    if (version !== undefined && version !== '2023-10-30')
      return problem(406, 'Invalid version in "Accept" header.');
    return undefined;
  }

  const later = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      scheduler.at(clock.now() + ms, () => resolve());
    });

  async function place(request: HttpRequest): Promise<HttpResponse> {
    const parsed = OrderRequest.safeParse(bodyOf(request));
    if (!parsed.success) return problem(400, 'Invalid field values provided');
    const employer = parsed.data.target.company.name;
    if (faults.take('frozen', employer)) return problem(451, 'Target has frozen their SSN');
    const order = accept(parsed.data);
    if (faults.take('silent-after-accepting', employer)) await later(600_000);
    return json(201, orderResource(order));
  }

  function accept(request: OrderRequest): Order {
    const id = () => Buffer.from(random.bytes(16)).toString('hex');
    const { target } = request;
    const stuck = faults.take('stuck', target.company.name) !== undefined;
    const order: Order = {
      id: id(),
      verificationRequestId: id(),
      reportId: id(),
      createdAt: clock.now(),
      request: {
        ...request,
        target: { ...target, social_security_number: masked(target.social_security_number) },
      },
      state: 'pending-approval',
      settlesAt: stuck ? Number.MAX_SAFE_INTEGER : clock.now() + settings.turnaroundMs,
    };
    store.put(orders, order.id, order);
    arm(order);
    return order;
  }

  function arm(order: Order): void {
    if (order.settlesAt === Number.MAX_SAFE_INTEGER) return;
    scheduler.at(order.settlesAt, () => finish(order.id));
  }

  function finish(orderId: string): void {
    const order = store.get<Order>(orders, orderId);
    if (order === undefined || order.settledAt !== undefined) return;
    const { target } = order.request;
    const employer = target.company.name;
    const known = [...store.list<EmployerRecord>(records).map(([, record]) => record), ...seededRecords];
    const names = { employer, firstName: target.first_name, lastName: target.last_name };
    const record = faults.take('not-found', employer) ? undefined : findRecord(known, names);
    const wrong = record && faults.take('wrong-employer', employer);
    const done: Order = {
      ...order,
      settledAt: clock.now(),
      state: record ? 'completed' : 'canceled',
      ...(record ? { record } : {}),
      ...(wrong ? { reportedEmployer: 'Another Example Company' } : {}),
    };
    store.put(orders, orderId, done);
    if (faults.take('lost-webhook', employer)) return;
    webhooks.announce(done);
    if (faults.take('duplicate-webhook', employer)) webhooks.announce({ ...done });
  }

  async function handle(request: HttpRequest): Promise<HttpResponse> {
    const refused = await refusal(request);
    if (refused) return refused;
    const { pathname, searchParams } = request.url;
    const [, collection, id, rest] = pathname.split('/');
    if (request.method === 'POST' && pathname === '/orders/target-employer') return await place(request);
    if (request.method !== 'GET' || rest !== undefined) return problem(404, 'Not found.');
    if (collection === 'orders' && id === undefined) return list(searchParams);
    const order = collection === 'orders' ? store.get<Order>(orders, id ?? '') : undefined;
    if (order) return json(200, orderResource(order));
    const reported = collection === 'reports' ? all().find(({ reportId }) => reportId === id) : undefined;
    const report = reported && reportResource(reported);
    return report ? json(200, report) : problem(404, 'Not found.');
  }

  const all = (): Order[] => store.list<Order>(orders).map(([, order]) => order);

  function list(query: URLSearchParams): HttpResponse {
    const key = query.get('search_key');
    const found = all().filter(({ request }) => key === null || request.search_key === key);
    const [limit, offset] = [wholeOf(query.get('limit'), 25), wholeOf(query.get('offset'), 0)];
    const results = found
      .toSorted((a, b) => a.createdAt - b.createdAt)
      .slice(offset, offset + limit)
      .map(orderResource);
    return json(200, { count: found.length, next: null, previous: null, results });
  }

  async function control(request: HttpRequest): Promise<HttpResponse> {
    const asked = `${request.method} ${request.url.pathname}`;
    switch (asked) {
      case 'GET /faults':
        return json(200, { faults: faults.list() });
      case 'POST /faults': {
        const fault = Fault.safeParse(bodyOf(request));
        if (!fault.success) return json(400, { message: z.prettifyError(fault.error) });
        faults.add(fault.data);
        return json(201, { faults: faults.list() });
      }
      case 'DELETE /faults':
        faults.clear();
        return { status: 204 };
      case 'PUT /records': {
        const record = EmployerRecord.safeParse(bodyOf(request));
        if (!record.success) return json(400, { message: z.prettifyError(record.error) });
        const { employer, employee } = record.data;
        store.put(
          records,
          `${employer}#${employee?.lastName ?? ''}#${employee?.firstName ?? ''}`,
          record.data,
        );
        return json(200, record.data);
      }
      case 'GET /orders':
        return json(200, { orders: all().map(orderResource) });
      default:
        return json(404, { message: `no ${asked} here` });
    }
  }

  return {
    name: 'employment-verification',
    handle,
    control,
    start: () => {
      for (const order of all()) if (order.settledAt === undefined) arm(order);
      webhooks.start();
    },
  };
}

function bodyOf(request: HttpRequest): unknown {
  try {
    return JSON.parse(Buffer.from(request.body).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

const wholeOf = (text: string | null, otherwise: number): number =>
  text !== null && /^\d{1,4}$/.test(text) ? Number.parseInt(text, 10) : otherwise;

const json = (status: number, body: object, headers: Record<string, string> = {}): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

/** Truework's error body. */
const problem = (status: number, message: string, headers: Record<string, string> = {}): HttpResponse =>
  json(status, { error: { message } }, headers);
