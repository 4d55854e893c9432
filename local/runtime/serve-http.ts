import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpRequest, HttpResponse } from '../services/service.ts';

export interface HttpServer {
  port: number;
  /** `http://127.0.0.1:<port>` */
  url: string;
  close(): Promise<void>;
}

export type RequestHead = Omit<HttpRequest, 'body'>;
/** A reply that needs no body read: what is too large or not allowed is refused before it is received. */
export type RefuseEarly = (head: RequestHead) => HttpResponse | undefined;

/** Serves one handler on loopback only; port 0 takes a free one. Rejects with Node's own error when the port is taken. */
export async function serveHttp(
  port: number,
  handle: (request: HttpRequest) => Promise<HttpResponse>,
  refuse: RefuseEarly = () => undefined,
): Promise<HttpServer> {
  const server = createServer((incoming, outgoing) => {
    void answer(incoming, outgoing, handle, refuse);
  });
  server.keepAliveTimeout = 60_000;
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    port: bound,
    url: `http://127.0.0.1:${bound}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  handle: (request: HttpRequest) => Promise<HttpResponse>,
  refuse: RefuseEarly,
): Promise<void> {
  try {
    const head = headOf(incoming);
    const response = refuse(head) ?? (await handle({ ...head, body: await bodyOf(incoming) }));
    const body = Buffer.from(response.body ?? '');
    const bodiless = response.status === 204 || response.status === 304 || incoming.method === 'HEAD';
    const lengthOf = bodiless ? {} : { 'content-length': String(body.length) };
    outgoing.writeHead(response.status, { ...lengthOf, ...response.headers });
    outgoing.end(bodiless ? undefined : body);
  } catch (error) {
    if (!outgoing.headersSent) outgoing.writeHead(500, { 'content-type': 'application/json' });
    outgoing.end(
      JSON.stringify({
        __type: 'InternalFailure',
        message: error instanceof Error ? error.message : 'unknown',
      }),
    );
  }
}

function headOf(incoming: IncomingMessage): RequestHead {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    headers[name] = Array.isArray(value) ? value.join(', ') : (value ?? '');
  }
  const target = incoming.url ?? '/';
  const url = new URL(
    `http://${incoming.headers.host ?? '127.0.0.1'}${target.startsWith('/') ? target : '/'}`,
  );
  return { method: incoming.method ?? 'GET', url, headers };
}

async function bodyOf(incoming: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
