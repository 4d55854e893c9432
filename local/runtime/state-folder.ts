import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A start that cannot go on, in words for the person at the console. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}

export interface StateFolder {
  path: string;
  storePath: string;
  dynamoPath: string;
  blobsPath: string;
  clockPath: string;
  logsPath: string;
  /** Compiled code of bundles; a start without it is only slower. */
  compileCachePath: string;
  /** Lets the next start have it. */
  release(): void;
}

const VERSION = '1';
/** Everything of ours in the folder; `--fresh` removes these and nothing else. */
const ours = [
  'version',
  'clock',
  'blobs',
  'logs',
  'compiled',
  'dynamodb.sqlite.pid',
  ...['state', 'dynamodb'].flatMap((name) =>
    ['', '-wal', '-shm', '-journal'].map((end) => `${name}.sqlite${end}`),
  ),
];

/**
 * Takes the folder for this process alone, by a lock that ends with the process however it ends. Throws `StartProblem`
 * when another start holds it and when what it holds is not ours or not readable.
 */
export function takeStateFolder(path: string, fresh: boolean): StateFolder {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new StartProblem(`The state folder ${path} cannot be made: ${String(error)}`);
  }
  const lock = takeLock(path);
  try {
    if (fresh) for (const name of ours) rmSync(join(path, name), { recursive: true, force: true });
    checkVersion(path);
    for (const name of ['state.sqlite', 'dynamodb.sqlite']) checkDatabase(path, name);
  } catch (error) {
    lock.close();
    throw error;
  }
  return {
    path,
    storePath: join(path, 'state.sqlite'),
    dynamoPath: join(path, 'dynamodb.sqlite'),
    blobsPath: join(path, 'blobs'),
    clockPath: join(path, 'clock'),
    logsPath: join(path, 'logs'),
    compileCachePath: join(path, 'compiled'),
    release: () => lock.close(),
  };
}

function takeLock(path: string): DatabaseSync {
  const lock = new DatabaseSync(join(path, 'lock.sqlite'));
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    return lock;
  } catch {
    lock.close();
    throw new StartProblem(
      `Another local cloud is running on the state folder ${path}. Stop it, or give this one its own with --state DIR and --port PORT.`,
    );
  }
}

function checkVersion(path: string): void {
  const file = join(path, 'version');
  const hasState = existsSync(join(path, 'state.sqlite')) || existsSync(join(path, 'dynamodb.sqlite'));
  if (!existsSync(file) && !hasState) writeFileSync(file, VERSION);
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : 'no version';
  if (found !== VERSION) throw unusable(path, `it was written by another version (${found})`);
}

function checkDatabase(path: string, name: string): void {
  const file = join(path, name);
  if (!existsSync(file)) return;
  let problem: string | undefined;
  try {
    const database = new DatabaseSync(file, { timeout: 2000 });
    database.prepare('SELECT count(*) FROM sqlite_master').get();
    database.close();
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  }
  if (problem !== undefined) throw unusable(path, `${name}: ${problem}`);
}

function unusable(path: string, reason: string): StartProblem {
  return new StartProblem(
    `The state folder ${path} cannot be used: ${reason}. Start once with --fresh to empty it (all local data is lost).`,
  );
}
