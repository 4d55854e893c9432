import { globSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it, vi } from 'vitest';
import { keyturn } from '../../lib/app.ts';
import { HouseStack } from '../../lib/house-stack.ts';
import { resourcesOf, withoutBundles } from '../support/templates.ts';

// Building a whole environment takes a second alone, and many beside other suites.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const root = join(import.meta.dirname, '..', '..');
let heard: string[];
const told = new Set<string>();

beforeAll(async () => {
  const app = await keyturn({ context: { ...withoutBundles, stage: 'dev' } });
  const rules = app.node.children.flatMap((stack) =>
    stack instanceof HouseStack ? resourcesOf(stack, 'AWS::Events::Rule') : [],
  );
  heard = rules
    .filter(({ properties }) => properties['EventBusName'] !== undefined)
    .flatMap(
      ({ properties }) => (properties['EventPattern'] as { 'detail-type'?: string[] })['detail-type'] ?? [],
    );
  for (const file of globSync('lambdas/shared/events/*.v*.ts', { cwd: root })) {
    const module = (await import(join(root, file))) as Record<string, unknown>;
    for (const event of Object.values(module)) {
      if (typeof event !== 'object' || event === null || !('name' in event) || !('version' in event))
        continue;
      told.add(`${String(event.name)}.v${String(event.version)}`);
    }
  }
});

it('hears only events that are defined', () => {
  expect(told.size).toBeGreaterThan(0);
  expect(heard.filter((detailType) => !told.has(detailType))).toEqual([]);
});
