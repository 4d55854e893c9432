import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { delimiter, dirname, join } from 'node:path';

export interface Emulator {
  url: string;
  /** What the server printed. */
  log(): string;
  stop(): Promise<void>;
}

/**
 * Ends the process group (the server and the function workers that it started) when the server ends, and when our end
 * of its input closes: at `stop()`, and just as well when this process dies without a word. Nothing is kept, and the
 * server has been seen to close its port and stay, so it is not asked politely.
 */
const untilInputEnds = '("$0"; kill -9 0) & cat; kill -9 0';

/**
 * MiniStack on a free port of loopback, nothing kept between runs. Its environment is made here from nothing: its
 * function workers inherit all of it.
 */
export async function startEmulator(bin: string, folder: string): Promise<Emulator> {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const logFile = join(folder, 'emulator.log');
  const log = openSync(logFile, 'w');
  const child = spawn('sh', ['-c', untilInputEnds, join(bin, 'ministack')], {
    cwd: folder,
    detached: true,
    stdio: ['pipe', log, log],
    env: {
      // Functions run on the first `node` of this path, whatever their template's runtime says.
      PATH: [dirname(process.execPath), bin, '/usr/bin', '/bin'].join(delimiter),
      HOME: folder,
      TMPDIR: folder,
      // Its own default is every interface.
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      MINISTACK_HOST: '127.0.0.1',
      MINISTACK_REGION: 'us-east-1',
      IOT_MTLS_ENABLED: '0',
      SFTP_ENABLED: '0',
      S3_DATA_DIR: join(folder, 's3'),
      STATE_DIR: join(folder, 'state'),
      LOG_LEVEL: 'WARNING',
    },
  });
  closeSync(log);
  let ended = false;
  const end = new Promise<void>((resolve) => {
    child.once('close', () => {
      ended = true;
      resolve();
    });
    child.once('error', () => {
      ended = true;
      resolve();
    });
  });
  const stop = async (): Promise<void> => {
    child.stdin?.destroy();
    await end;
  };
  const url = `http://127.0.0.1:${port}`;
  for (let waited = 0; waited < 30_000; waited += 100) {
    if (ended) throw new Error(`the emulator ended at once:\n${readFileSync(logFile, 'utf8').slice(-2000)}`);
    const healthy = await fetch(`${url}/_ministack/health`).then(
      (reply) => reply.ok,
      () => false,
    );
    if (healthy) return { url, log: () => readFileSync(logFile, 'utf8'), stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop();
  throw new Error('the emulator was not healthy within 30 s');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
