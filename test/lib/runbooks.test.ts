import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { keyturn } from '../../lib/app.ts';
import { Alarm } from '../../lib/constructs/alarm.ts';
import { runbookHeadings } from '../../tools/runbook-text.ts';
import { withoutBundles } from '../support/templates.ts';

// Building a whole environment takes a second alone, and many beside other suites.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = join(import.meta.dirname, '..', '..', 'docs', 'runbooks');
const files = readdirSync(folder).filter((file) => file.endsWith('.md'));

it.each(files)('%s says trigger, impact, causes, what to look at and what to do', (file) => {
  const text = readFileSync(join(folder, file), 'utf8');
  const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
  expect(headings).toEqual([...runbookHeadings]);
  const sections = text.split(/^## .+$/m).slice(1);
  for (const section of sections) expect(section.trim().length).toBeGreaterThan(20);
  expect(sections[3]).toMatch(/```sh\n[\s\S]+\n```/);
});

it('keeps no runbook of an alarm that is gone', async () => {
  const app = await keyturn({ context: { ...withoutBundles, stage: 'prod' } });
  const wanted = new Set(
    app.node.findAll().flatMap((node) => (node instanceof Alarm ? [`${node.runbook}.md`] : [])),
  );
  expect(files.filter((file) => !wanted.has(file))).toEqual([]);
});

it('says the impact as its alarm says it', async () => {
  const app = await keyturn({ context: { ...withoutBundles, stage: 'prod' } });
  for (const { runbook, impact } of app.node.findAll().filter((node) => node instanceof Alarm)) {
    const text = readFileSync(join(folder, `${runbook}.md`), 'utf8');
    expect(text, `${runbook}: \`node tools/runbooks.ts\` repairs this`).toContain(`## Impact\n\n${impact}\n`);
  }
});
