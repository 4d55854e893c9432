import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { unavailable } from '../../shared/errors.ts';

export interface CallTimeouts {
  /** Until the connection stands, TLS included. */
  connectMs: number;
  /** Until the whole answer is read, from the start. */
  totalMs: number;
}

export interface JsonCall {
  method: 'GET' | 'POST';
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: unknown;
}

export interface JsonAnswer {
  status: number;
  /** Undefined where the answer is not JSON. */
  body: unknown;
}

const largestAnswerBytes = 4_000_000;

/** One HTTP call with time-outs of its own for connecting and for all of it. Throws `Unavailable`; never quotes what was sent or read. */
export function jsonCall(call: JsonCall, { connectMs, totalMs }: CallTimeouts): Promise<JsonAnswer> {
  const url = new URL(call.url);
  const payload = call.body === undefined ? undefined : Buffer.from(JSON.stringify(call.body));
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const headers = {
      ...call.headers,
      ...(payload ? { 'content-type': 'application/json', 'content-length': payload.byteLength } : {}),
    };
    const outgoing = send(url, { method: call.method, headers, agent: false });
    const end = (cause: string) => {
      clearTimeout(connecting);
      clearTimeout(total);
      outgoing.destroy();
      reject(unavailable('Unavailable', 'the verification provider did not answer', { cause }));
    };
    const connecting = setTimeout(() => end('ConnectTimeout'), connectMs);
    const total = setTimeout(() => end('ReadTimeout'), totalMs);
    outgoing.on('socket', (socket) => {
      const ready = url.protocol === 'https:' ? 'secureConnect' : 'connect';
      socket.once(ready, () => clearTimeout(connecting));
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) => end(error.code ?? 'ConnectionError'));
    outgoing.on('response', (incoming) => {
      clearTimeout(connecting);
      const chunks: Buffer[] = [];
      let size = 0;
      incoming.on('data', (chunk: Buffer) => {
        size += chunk.byteLength;
        if (size > largestAnswerBytes) end('AnswerTooLarge');
        else chunks.push(chunk);
      });
      incoming.on('error', () => end('ConnectionError'));
      incoming.on('aborted', () => end('ConnectionReset'));
      incoming.on('end', () => {
        clearTimeout(total);
        resolve({ status: incoming.statusCode ?? 0, body: parsed(Buffer.concat(chunks)) });
      });
    });
    outgoing.end(payload);
  });
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
