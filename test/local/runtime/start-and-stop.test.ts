import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  startLocalCloud,
  type LocalCloud,
  type LocalCloudOptions,
} from '../../../local/runtime/local-cloud.ts';
import { probeAssembly } from '../../support/probe-assembly.ts';

const assembly = probeAssembly();
const main = resolve(import.meta.dirname, '../../../local/main.ts');
const free = { aws: 0, api: 0, partners: 0 };
const stateFolder = (): string => mkdtempSync(join(tmpdir(), 'keyturn-start-'));
const running: Started[] = [];
const clouds: LocalCloud[] = [];

afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGTERM'); // a killed one would leave its engine behind
    await ended;
  }
  for (const cloud of clouds.splice(0)) await cloud.stop();
});

async function start(options: Partial<LocalCloudOptions>): Promise<LocalCloud> {
  const cloud = await startLocalCloud({ assembly, stateFolder: stateFolder(), ports: free, ...options });
  clouds.push(cloud);
  return cloud;
}

/** Three free ports in a row. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return Math.min(port, 65_000);
}

interface Started {
  child: ChildProcess;
  output: () => string;
  ended: Promise<number | string | null>;
  api: string;
}

async function startMain(folder: string): Promise<Started> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [main, '--assembly', assembly, '--state', folder, '--port', String(port)],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => void (output += chunk.toString()));
  const ended = new Promise<number | string | null>((done) =>
    child.once('exit', (code, signal) => done(signal ?? code)),
  );
  const started = { child, output: () => output, ended, api: `http://127.0.0.1:${port + 1}` };
  running.push(started);
  return started;
}

async function answers(started: Started): Promise<void> {
  await vi.waitFor(async () => expect((await fetch(`${started.api}/_local/health`)).status).toBe(200), {
    timeout: 15_000,
    interval: 50,
  });
}

/** Command lines of live processes that hold this text. */
function processesOf(text: string): string[] {
  const { stdout } = spawnSync('ps', ['-eo', 'args='], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.includes(text) && !line.includes('ps -eo'));
}

describe('a start that cannot go on says why', () => {
  it('when a port is taken', async () => {
    const cloud = await start({});
    await expect(start({ ports: { ...free, api: cloud.ports.api } })).rejects.toThrow(
      `Port ${cloud.ports.api}, meant for the REST API, is taken.`,
    );
  });

  it('when another start has the state folder', async () => {
    const folder = stateFolder();
    await start({ stateFolder: folder });
    await expect(start({ stateFolder: folder })).rejects.toThrow(
      /Another local cloud is running on the state folder/,
    );
  });

  it.each(['state.sqlite', 'dynamodb.sqlite'])(
    'when %s is not a database, until --fresh empties the folder',
    async (name) => {
      const folder = stateFolder();
      writeFileSync(join(folder, 'version'), '1');
      writeFileSync(
        join(folder, name),
        'this is no database, but it is long enough to look like something '.repeat(20),
      );
      writeFileSync(join(folder, 'mine.txt'), 'a file of the user');
      await expect(start({ stateFolder: folder })).rejects.toThrow(
        new RegExp(`cannot be used: ${name}: .*--fresh`),
      );
      await start({ stateFolder: folder, fresh: true });
      expect(readFileSync(join(folder, 'mine.txt'), 'utf8')).toBe('a file of the user');
    },
  );

  it('when the folder is of another version', async () => {
    const folder = stateFolder();
    writeFileSync(join(folder, 'version'), '99');
    await expect(start({ stateFolder: folder })).rejects.toThrow(/another version \(99\)/);
  });

  it('when there is no DynamoDB engine', async () => {
    await expect(start({ dynamo: { binary: '/nowhere/dynoxide' } })).rejects.toThrow(
      /No DynamoDB engine was found.*KEYTURN_DYNOXIDE/,
    );
  });

  it('when there is no assembly, with one line and exit code 1', async () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [main, '--assembly', '/nowhere', '--state', stateFolder(), '--port', String(await freePort())],
      { encoding: 'utf8', timeout: 20_000 },
    );
    expect(status).toBe(1);
    expect(stderr.trim()).toBe('/nowhere holds no cloud assembly (manifest.json is missing)');
  });
});

describe('the end of a run', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s leaves no process behind',
    async (signal) => {
      const folder = stateFolder();
      const started = await startMain(folder);
      await answers(started);
      await fetch(`${started.api}/v1/open/x`);
      expect(processesOf(folder).length).toBeGreaterThanOrEqual(2);
      started.child.kill(signal);
      expect(await started.ended).toBe(0);
      expect(processesOf(folder)).toEqual([]);
      expect(existsSync(join(folder, 'dynamodb.sqlite.pid'))).toBe(false);
    },
    30_000,
  );

  it('by SIGKILL leaves a state that the next start takes up, ending the engine that was left behind', async () => {
    const folder = stateFolder();
    const first = await startMain(folder);
    await answers(first);
    await fetch(`${first.api}/_local/clock`, { method: 'POST', body: '{"advanceSeconds":86400}' });
    first.child.kill('SIGKILL');
    await first.ended;
    const second = await startMain(folder);
    await answers(second);
    expect(
      ((await (await fetch(`${second.api}/_local/clock`)).json()) as { offsetSeconds: number }).offsetSeconds,
    ).toBe(86_400);
    expect(processesOf(join(folder, 'dynamodb.sqlite'))).toHaveLength(1);
    expect(readdirSync(folder)).toContain('state.sqlite');
  }, 40_000);
});
