import { createTotalExpert } from '../../../../local/partners/total-expert/sandbox.ts';
import type { PartnerSandbox } from '../../../../local/partners/partner.ts';
import type { Store } from '../../../../local/services/service.ts';
import { engineContext, type TestContext } from '../../../support/engine-context.ts';
import { serveService, type ServedService } from '../../../support/serve-service.ts';

export const credentials = { clientId: 'keyturn-test', clientSecret: 'a-secret-of-the-test' };

export interface ServedTotalExpert {
  context: TestContext;
  sandbox: PartnerSandbox;
  served: ServedService;
  control(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: Record<string, unknown> }>;
}

/** The sandbox on a free loopback port. */
export async function serveTotalExpert(store?: Store): Promise<ServedTotalExpert> {
  const context = engineContext(store ? { store } : {});
  const sandbox = createTotalExpert({
    ...context,
    urls: { api: 'http://127.0.0.1:1', own: 'http://127.0.0.1:2/total-expert' },
    sendWebhook: async () => ({ status: 200, body: '' }),
    secret: async () => JSON.stringify(credentials),
  });
  return {
    context,
    sandbox,
    served: await serveService(sandbox),
    async control(method, path, body) {
      const url = new URL(`http://127.0.0.1${path}`);
      const bytes = Buffer.from(body === undefined ? '' : JSON.stringify(body));
      const reply = await sandbox.control?.({ method, url, headers: {}, body: bytes });
      return { status: reply?.status ?? 0, body: JSON.parse(String(reply?.body)) };
    },
  };
}
