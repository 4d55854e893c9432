/** `node --max-semi-space-size=4 bench/engines/hmda-million.ts [ROWS]`, as `npm run hmda` starts: writes a register, checks it, says time and most memory. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runHmda } from '../../tools/hmda/run-hmda.ts';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const rows = Number(process.argv[2] ?? '1000000');
const folder = mkdtempSync(path.join(tmpdir(), 'hmda-million-'));
const file = path.join(folder, 'register.txt');
const writer = fileURLToPath(new URL('write-hmda-register.ts', import.meta.url));
try {
  spawnSync(process.execPath, [writer, file, String(rows)], { stdio: 'inherit' });
  const started = performance.now();
  runHmda({ positionals: ['check', file], values: {} }, { out: console.log, error: console.error });
  const seconds = (performance.now() - started) / 1000;
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `${rows} rows in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} a second, ${megabytes} MiB at most`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
