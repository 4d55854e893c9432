import type { HttpRequest, HttpResponse } from '../services/service.ts';
import type { CloudPorts } from './port-rewrite.ts';
import { serveHttp, type HttpServer, type RefuseEarly } from './serve-http.ts';
import { StartProblem } from './state-folder.ts';

type Handle = (request: HttpRequest) => Promise<HttpResponse>;

export interface Handlers {
  aws: Handle;
  /** Judges a request to an AWS service by its head. */
  refuseAws: RefuseEarly;
  api: Handle;
  partners: Handle;
}

export interface Listeners {
  /** The ports that were really taken. */
  ports: CloudPorts;
  urls: { aws: string; api: string; partners: string };
  /** From now on requests are answered; before, they get 503. */
  serve(handlers: Handlers): void;
  close(): Promise<void>;
}

const names = ['aws', 'api', 'partners'] as const;
const purposes = { aws: 'the AWS services', api: 'the REST API', partners: 'the partner sandboxes' };

/** Takes all three ports before anything else starts, since the templates name them. Rejects with `StartProblem` when one is taken. */
export async function listenAll(ports: CloudPorts): Promise<Listeners> {
  let handlers: Handlers | undefined;
  const servers: HttpServer[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(servers.map(async (server) => await server.close()));
  };
  for (const name of names) {
    try {
      const handle: Handle = async (request) =>
        handlers === undefined ? starting : await handlers[name](request);
      servers.push(
        await serveHttp(ports[name], handle, (head) =>
          name === 'aws' ? handlers?.refuseAws(head) : undefined,
        ),
      );
    } catch (error) {
      await close();
      throw problemWith(ports[name], name, error);
    }
  }
  const [aws, api, partners] = servers as [HttpServer, HttpServer, HttpServer];
  return {
    ports: { aws: aws.port, api: api.port, partners: partners.port },
    urls: { aws: aws.url, api: api.url, partners: partners.url },
    serve: (given) => {
      handlers = given;
    },
    close,
  };
}

const starting: HttpResponse = {
  status: 503,
  headers: { 'retry-after': '1' },
  body: '{"message":"the local cloud is starting"}',
};

function problemWith(port: number, name: keyof CloudPorts, error: unknown): StartProblem {
  const code = (error as { code?: string } | null)?.code;
  if (code !== 'EADDRINUSE')
    return new StartProblem(`Port ${port} for ${purposes[name]} cannot be opened: ${String(error)}`);
  return new StartProblem(
    `Port ${port}, meant for ${purposes[name]}, is taken. Is another local cloud running? --port N moves the three ports to N, N+1 and N+2.`,
  );
}
