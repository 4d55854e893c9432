/** The HMDA register from the shell: `npm run hmda -- check FILE [--year Y] [--quarter Q] [--reference FILE] [--json]`. */
import { parseArgs } from 'node:util';
import { PatientWriter } from './patient-writer.ts';
import { runHmda } from './hmda/run-hmda.ts';

const [out, error] = [new PatientWriter(1), new PatientWriter(2)];

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
  { out: (text) => out.write(text), error: (text) => error.write(text) },
);
out.flush();
error.flush();
