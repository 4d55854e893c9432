/** The HMDA register from the shell: `npm run hmda -- check FILE [--year Y] [--quarter Q] [--reference FILE] [--json]`. */
import { parseArgs } from 'node:util';
import { runHmda } from './hmda/run-hmda.ts';
import { writeSync } from 'node:fs';

process.exitCode = runHmda(
  parseArgs({
    allowPositionals: true,
    strict: false,
    options: {
      json: { type: 'boolean' },
      year: { type: 'string' },
      quarter: { type: 'string' },
      reference: { type: 'string' },
    },
  }),
  { out: (text) => writeAll(1, text), error: (text) => writeAll(2, text) },
);

/** Writes now, so that a report of any length waits for its reader instead of piling up in memory. */
function writeAll(handle: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let sent = 0; sent < bytes.length;) {
    try {
      sent += writeSync(handle, bytes, sent);
    } catch (thrown) {
      if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EAGAIN')) throw thrown;
    }
  }
}
