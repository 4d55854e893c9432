import { createServer } from 'node:net';
import type { CloudPorts } from '../../../local/runtime/port-rewrite.ts';

/** Below the ports that systems give to outgoing connections: between two starts nobody is given one of these. */
const [lowest, highest] = [20_000, 32_000];

/** Three free ports that a cloud may leave and take again. */
export async function lastingPorts(): Promise<CloudPorts> {
  const [aws, api, partners] = [await freePort(), await freePort(), await freePort()];
  return { aws, api, partners };
}

async function freePort(): Promise<number> {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
