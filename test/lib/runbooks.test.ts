import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { auditRoutes } from '../../lambdas/audit/routes.ts';
import { documentRoutes } from '../../lambdas/documents/routes.ts';
import { identityRoutes } from '../../lambdas/identity/routes.ts';
import { incomeRoutes } from '../../lambdas/income/routes.ts';
import { integrationRoutes } from '../../lambdas/integrations/routes.ts';
import { loanRoutes } from '../../lambdas/loans/routes.ts';
import { messagingRoutes } from '../../lambdas/messaging/routes.ts';
import { operationsRoutes } from '../../lambdas/operations/routes.ts';
import { keyturn } from '../../lib/app.ts';
import { Alarm } from '../../lib/constructs/alarm.ts';
import { HouseStack } from '../../lib/house-stack.ts';
import { runbookHeadings } from '../../tools/runbook-text.ts';
import { resourcesOf, withoutBundles } from '../support/templates.ts';

// Building a whole environment takes a second alone, and many beside other suites.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'docs', 'runbooks');
const files = readdirSync(folder).filter((file) => file.endsWith('.md'));
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');

let alarms: Alarm[];
let templates: string;
let stacks: string[];
beforeAll(async () => {
  const app = await keyturn({ context: { ...withoutBundles, stage: 'prod' } });
  alarms = app.node.findAll().filter((node) => node instanceof Alarm);
  const houses = app.node.children.filter((stack) => stack instanceof HouseStack);
  stacks = houses.map(({ stackName }) => stackName.replace('keyturn-prod-', ''));
  templates = JSON.stringify(houses.map((stack) => resourcesOf(stack)));
});

it.each(files)(
  '%s says what it means, how to look, what to do, when it is over and what never to do',
  (file) => {
    const text = textOf(file);
    const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual([...runbookHeadings]);
    expect(text.startsWith(`# ${file.replace('.md', '')}\n`)).toBe(true);
    const sections = text.split(/^## .+$/m).slice(1);
    for (const section of sections) expect(section.trim().length).toBeGreaterThan(20);
    expect(sections[3]).toMatch(/```sh\n[\s\S]+\n```/);
    expect(text, 'a gap that somebody must fill').not.toMatch(/^(- )?… .+ …$/m);
    // More than the alarm's own sentence: what it is for the people whose file it is.
    expect(sections[1]?.trim().split('\n\n').length).toBeGreaterThan(1);
    expect(text.length).toBeLessThan(4500);
  },
);

it('keeps no runbook of an alarm that is gone', () => {
  const wanted = new Set(alarms.map(({ runbook }) => `${runbook}.md`));
  expect(files.filter((file) => !wanted.has(file))).toEqual([]);
});

it('says the impact as its alarm says it', () => {
  for (const { runbook, impact } of alarms)
    expect(textOf(`${runbook}.md`), `${runbook}: \`node tools/runbooks.ts\` repairs this`).toContain(
      `## Impact\n\n${impact}\n`,
    );
});

describe('what a runbook names', () => {
  const found = (pattern: RegExp) =>
    files.flatMap((file) =>
      [...textOf(file).matchAll(pattern)].map(([, name = '']) => [file, name] as const),
    );

  it('is a route that is served', () => {
    const tables = [
      auditRoutes,
      documentRoutes,
      identityRoutes,
      incomeRoutes,
      integrationRoutes,
      loanRoutes,
      messagingRoutes,
      operationsRoutes,
    ];
    const served = tables.flatMap(({ routes }) =>
      routes.map(({ method, path }) => new RegExp(`^${method} ${path.replaceAll(/\{\w+\}/g, '[^/?]+')}$`)),
    );
    for (const [file, route] of found(/`((?:GET|POST|PUT|PATCH) \/v1\/[^`?]*)[^`]*`/g))
      expect(
        served.some((pattern) => pattern.test(route.trim())),
        `${file}: ${route}`,
      ).toBe(true);
  });

  it.each([
    ['a log group', /\/keyturn\/\$STAGE\/([\w-]+)/g, (name: string) => `/keyturn/prod/${name}`],
    [
      'a function, a table, a queue or a secret of the stage',
      /keyturn-(?:\$STAGE|<stage>)-([a-z][\w-]*\w)/g,
      (name: string) => `keyturn-prod-${name}`,
    ],
    [
      'a queue',
      /tools\/queues\.ts (?:inspect|redrive) --stage \$STAGE ([\w-]+)/g,
      (name: string) => `keyturn-prod-${name}`,
    ],
  ])('is %s that is deployed', (_what, pattern, full) => {
    const names = found(pattern);
    expect(names.length).toBeGreaterThan(0);
    for (const [file, name] of names)
      expect(
        templates.includes(`"${full(name)}"`) || templates.includes(`:${full(name)}`),
        `${file}: ${name}`,
      ).toBe(true);
  });

  it('is a stack, a tool, another runbook that is there', () => {
    for (const [file, names] of found(/--stacks ([\w,-]+)/g))
      for (const name of names.split(',')) expect(stacks, file).toContain(name);
    for (const [file, path] of found(/((?:tools|lambdas|lib)\/[\w/-]+\.ts)/g))
      expect(existsSync(join(root, path)), `${file}: ${path}`).toBe(true);
    for (const [file, name] of found(
      /(?:runbook|see|already:) ((?:\w+-)+(?:dead-letters|errors|stopped))\b/g,
    ))
      expect(files, file).toContain(`${name}.md`);
  });
});
