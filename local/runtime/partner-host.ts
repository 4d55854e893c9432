import type { OutgoingWebhook, PartnerContext, PartnerSandbox } from '../partners/partner.ts';
import type { EngineContext, HttpRequest, HttpResponse } from '../services/service.ts';
import type { Faults } from './faults.ts';
import { jsonText, members } from './json-text.ts';

/** Makes one sandbox; `local/partners/registry.ts` lists them. */
export type CreateSandbox = (context: PartnerContext) => PartnerSandbox;

export interface PartnerHost {
  names(): string[];
  /** A request at the partners' port: `/<name>/...`. */
  serve(request: HttpRequest): Promise<HttpResponse>;
  /** A request at `/_local/partners/<name>/...`. */
  control(request: HttpRequest): Promise<HttpResponse>;
  start(): void;
  stop(): Promise<void>;
}

export function partnerHost(
  sandboxes: Readonly<Record<string, CreateSandbox>>,
  context: EngineContext,
  around: { faults: Faults; urls: { api: string; partners: string } },
): PartnerHost {
  const byName = new Map(
    Object.entries(sandboxes).map(([name, create]) => {
      const own = `${around.urls.partners}/${name}`;
      const sandbox = create({
        clock: context.clock,
        random: context.random,
        scheduler: context.scheduler,
        store: context.store,
        urls: { api: around.urls.api, own },
        sendWebhook: async (request) => await sendWebhook(name, request, around.faults),
        secret: async (secretId) => {
          const value = await context.neighbours.call('secretsmanager', 'GetSecretValue', {
            SecretId: secretId,
          });
          return jsonText(members(value)['SecretString']);
        },
        log: (message, facts) => context.log(message, facts),
      });
      return [sandbox.name, sandbox];
    }),
  );

  /** Takes `depth` segments off the path: the last of them is the sandbox's name. */
  function locate(request: HttpRequest, depth: number): [PartnerSandbox, HttpRequest] | undefined {
    const segments = request.url.pathname.split('/').slice(1);
    const sandbox = byName.get(segments[depth - 1] ?? '');
    if (sandbox === undefined) return undefined;
    const url = new URL(request.url);
    url.pathname = `/${segments.slice(depth).join('/')}`;
    return [sandbox, { ...request, url }];
  }

  return {
    names: () => [...byName.keys()],
    serve: async (request) => {
      const found = locate(request, 1);
      return found === undefined ? noSuchPartner : await found[0].handle(found[1]);
    },
    control: async (request) => {
      const found = locate(request, 3);
      return (await found?.[0].control?.(found[1])) ?? noSuchPartner;
    },
    start: () => {
      for (const sandbox of byName.values()) sandbox.start?.();
    },
    stop: async () => {
      for (const sandbox of byName.values()) await sandbox.stop?.();
    },
  };
}

const noSuchPartner: HttpResponse = {
  status: 404,
  headers: { 'content-type': 'application/json' },
  body: '{"message":"no such partner here"}',
};

async function sendWebhook(
  name: string,
  webhook: OutgoingWebhook,
  faults: Faults,
): Promise<{ status: number; body: string }> {
  const fault = faults.take(
    { service: name, operation: 'webhook', isWrite: true, functionName: undefined },
    ({ effect }) => effect.endsWith('Webhook'),
  );
  if (fault?.effect === 'dropWebhook') return { status: 200, body: '' };
  if (fault?.effect === 'delayWebhook') await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
  if (fault?.effect === 'duplicateWebhook') await post(webhook);
  return await post(webhook);
}

async function post({
  url,
  method = 'POST',
  headers = {},
  body,
}: OutgoingWebhook): Promise<{ status: number; body: string }> {
  const response = await fetch(url, { method, headers, body, signal: AbortSignal.timeout(30_000) });
  return { status: response.status, body: await response.text() };
}
