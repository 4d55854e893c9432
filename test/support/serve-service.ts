import { serveHttp, type HttpServer } from '../../local/runtime/serve-http.ts';
import type { LocalService } from '../../local/services/service.ts';

export interface ServedService extends HttpServer {
  /** What an SDK v3 client takes: `new SQSClient(served.client)`. */
  client: {
    endpoint: string;
    region: string;
    credentials: { accessKeyId: string; secretAccessKey: string };
    maxAttempts: number;
  };
}

/** One service on a free loopback port, for tests with the real SDK client; close it in `afterAll`. */
export async function serveService(service: Pick<LocalService, 'handle'>): Promise<ServedService> {
  const server = await serveHttp(0, async (request) => await service.handle(request));
  return {
    ...server,
    client: {
      endpoint: server.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local-secret' },
      maxAttempts: 1,
    },
  };
}
