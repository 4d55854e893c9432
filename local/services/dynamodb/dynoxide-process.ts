import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  await endOrphan(databasePath);
  const port = await freePort();
  const child = spawn(
    binary,
    ['serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', databasePath],
    {
      env: {},
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  if (child.pid !== undefined) writeFileSync(pidFile(databasePath), String(child.pid));
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
      rmSync(pidFile(databasePath), { force: true });
    },
  };
}

const pidFile = (databasePath: string): string => `${databasePath}.pid`;

/**
 * A host that was killed leaves its engine behind, and two engines over one file would not do. Ends the one that is noted
 * beside the file, if that process still is an engine over this very file. The caller holds the state folder's lock.
 */
async function endOrphan(databasePath: string): Promise<void> {
  if (!existsSync(pidFile(databasePath))) return;
  const pid = readFileSync(pidFile(databasePath), 'utf8').trim();
  const ps = spawn('ps', ['-p', pid, '-o', 'args='], { stdio: ['ignore', 'pipe', 'ignore'] });
  let command = '';
  ps.stdout.on('data', (chunk: Buffer) => {
    command += chunk.toString();
  });
  await new Promise<void>((resolve) => {
    ps.once('close', () => resolve());
    ps.once('error', () => resolve());
  });
  if (!command.includes(databasePath)) return;
  process.kill(Number(pid), 'SIGKILL');
  for (let tries = 0; tries < 100 && isAlive(Number(pid)); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
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
