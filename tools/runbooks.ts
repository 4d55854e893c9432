import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { keyturn, packsContext } from '../lib/app.ts';
import { Alarm, runbooksContext } from '../lib/constructs/alarm.ts';
import { bundlesContext } from '../lib/constructs/house-function.ts';
import { runbookText } from './runbook-text.ts';

/**
 * Writes a first version of every runbook that an alarm names and `docs/runbooks/` lacks, with gaps (`…`) that the tests refuse
 * until somebody has filled them; in one that is there, brings the impact up to what the stack says and leaves the rest alone.
 */
const folder = resolve(import.meta.dirname, '..', 'docs', 'runbooks');
const context = {
  stage: 'prod',
  [runbooksContext]: 'unchecked',
  [bundlesContext]: 'placeholder',
  [packsContext]: 'off',
};
const app = await keyturn({ context });

mkdirSync(folder, { recursive: true });
for (const { runbook, impact } of app.node.findAll().filter((node) => node instanceof Alarm)) {
  const file = join(folder, `${runbook}.md`);
  if (existsSync(file)) {
    const text = readFileSync(file, 'utf8');
    const current = text.replace(/(?<=^## Impact\n\n).*$/m, impact);
    if (current === text) continue;
    writeFileSync(file, current);
    console.log(`docs/runbooks/${runbook}.md (impact)`);
    continue;
  }
  writeFileSync(file, runbookText(runbook, impact));
  console.log(`docs/runbooks/${runbook}.md`);
}
