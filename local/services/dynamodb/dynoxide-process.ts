import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { AddressInfo } from 'node:net';

export interface DynamoBackend {
  /** Where the DynamoDB API answers, without a path. */
  endpoint: string;
  /** The SQLite file behind it, when it is ours. */
  databasePath?: string;
  stop(): Promise<void>;
}

const START_LIMIT_MS = 10_000;

/** Why there is no DynamoDB here, and what a person can do about it. */
export const NO_DYNAMODB =
  'No DynamoDB engine was found. On Linux x64 `npm ci` installs one (@dynoxide/linux-x64). Elsewhere set KEYTURN_DYNOXIDE to the path of a dynoxide binary, or KEYTURN_DYNAMODB_ENDPOINT to the URL of a DynamoDB-compatible endpoint.';

/**
 * Starts dynoxide on a free loopback port over one SQLite file, or takes the endpoint that was given.
 * Throws with `NO_DYNAMODB` when there is neither.
 */
export async function startDynamoBackend(
  databasePath: string,
  given: { binary?: string | undefined; endpoint?: string | undefined },
): Promise<DynamoBackend> {
  if (given.endpoint !== undefined)
    return { endpoint: given.endpoint.replace(/\/$/, ''), stop: async () => undefined };
  const binary = given.binary ?? packagedBinary();
  if (binary === undefined || !existsSync(binary)) throw new Error(NO_DYNAMODB);
  const port = await freePort();
  const child = spawn(
    binary,
    ['serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', databasePath],
    {
      env: {},
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2000);
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', (error) => {
      said = error.message;
      resolve();
    });
  });
  const endpoint = `http://127.0.0.1:${port}`;
  const up = await Promise.race([answers(endpoint), ended.then(() => false)]);
  if (!up) {
    child.kill('SIGKILL');
    throw new Error(`dynoxide did not start over ${databasePath}: ${said.trim() || 'no answer'}`);
  }
  return {
    endpoint,
    databasePath,
    stop: async () => {
      child.kill('SIGTERM');
      const hard = setTimeout(() => child.kill('SIGKILL'), 2000);
      await ended;
      clearTimeout(hard);
    },
  };
}

function packagedBinary(): string | undefined {
  try {
    return fileURLToPath(import.meta.resolve('@dynoxide/linux-x64/dynoxide'));
  } catch {
    return undefined;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** True once anything answers; false when nothing did in time. */
async function answers(endpoint: string): Promise<boolean> {
  const until = performance.now() + START_LIMIT_MS;
  while (performance.now() < until) {
    const response = await fetch(endpoint, { method: 'GET' }).catch(() => undefined);
    if (response !== undefined) return true;
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  return false;
}
