import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.ts';

const root = join(import.meta.dirname, '..', '..');
const requirements = join(import.meta.dirname, 'requirements.txt');

/** Where the emulator is installed, or why it cannot be here. */
export type EmulatorPython = { bin: string } | { absent: string };

/** A virtual environment under `.cache/` with the pinned emulator; made once, anew whenever the pins change. */
export async function emulatorPython(): Promise<EmulatorPython> {
  if (process.env['KEYTURN_SKIP_DEPLOY'] !== undefined) return { absent: 'KEYTURN_SKIP_DEPLOY is set' };
  const pins = createHash('sha256').update(readFileSync(requirements)).digest('hex');
  const folder = join(root, '.cache', 'emulator');
  const stamp = join(folder, 'pins');
  const bin = join(folder, 'bin');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === pins) return { bin };

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const made = await run('python3', ['-m', 'venv', folder], { withinSeconds: 60 });
  if (made.code !== 0) return { absent: `python3 with venv is not here: ${made.lastLine}` };
  const pip = join(bin, 'pip');
  const installed = await run(
    pip,
    ['install', '--quiet', '--disable-pip-version-check', '--retries', '1', '-r', requirements],
    { withinSeconds: 240 },
  );
  if (installed.code !== 0) return { absent: `PyPI did not give the emulator: ${installed.lastLine}` };
  writeFileSync(stamp, pins);
  return { bin };
}
