import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { busMessage, detailType, type EventDefinition, tell } from '../../../lambdas/shared/events/event.ts';
import type { View } from '../../../lambdas/shared/views/view.ts';

const root = join(import.meta.dirname, '../../..');
async function exportsOf(pattern: string): Promise<[string, unknown][]> {
  const found: [string, unknown][] = [];
  for (const path of globSync(pattern, { cwd: root }).toSorted()) {
    const module = (await import(join(root, path))) as Record<string, unknown>;
    found.push(...Object.values(module).map((value): [string, unknown] => [path, value]));
  }
  return found;
}
const isEvent = (value: unknown): value is EventDefinition =>
  typeof value === 'object' && value !== null && 'data' in value && 'source' in value;
const isView = (value: unknown): value is View<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && 'writer' in value && 'schemaVersion' in value;

const events = (await exportsOf('lambdas/shared/events/*.v*.ts')).flatMap(([path, value]) =>
  isEvent(value) ? [[path, value] as const] : [],
);
const views = (await exportsOf('lambdas/shared/views/*.v*.ts')).flatMap(([path, value]) =>
  isView(value) ? [[path, value] as const] : [],
);

/** What would say something of a person: events hold ids, enum values and codes alone. */
const personal =
  /name|email|e_?mail|ssn|socialsecurity|taxpayer|birth|phone|address|street|city|zip|postal|income(?!.*(id|outcome))|salary|wage|amount|cents|balance|account|employer|text|message|note|subject|body/i;

/** Every property name of a JSON schema, at any depth. */
function namesIn(schema: unknown): string[] {
  if (schema === null || typeof schema !== 'object') return [];
  const own =
    'properties' in schema && typeof schema.properties === 'object' && schema.properties !== null
      ? Object.keys(schema.properties)
      : [];
  return [...own, ...Object.values(schema).flatMap(namesIn)];
}

describe('the events', () => {
  it('are found', () => {
    expect(events.length).toBeGreaterThanOrEqual(15);
    expect(new Set(events.map(([, event]) => detailType(event))).size).toBe(events.length);
  });

  it.each(events)('%s stands in the file of its name and version', (path, event) => {
    const stem = event.name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
    expect(path.endsWith(`/${stem}.v${event.version}.ts`)).toBe(true);
    expect(event.name).toMatch(/^[A-Z][A-Za-z]+$/);
  });

  it.each(events)('%s has an example that its schema takes, told and heard alike', (_path, event) => {
    const told = tell(
      event as EventDefinition<Record<string, unknown>>,
      event.example as Record<string, unknown>,
    );
    const heard = {
      'detail-type': detailType(event),
      detail: {
        id: 'evt_01JD0000000000000000000000',
        at: '2026-11-21T15:00:00.000Z',
        correlationId: 'c',
        actor: 'a',
        data: told.data,
      },
    };
    expect(busMessage(event).parse(heard).detail.data).toEqual(event.example);
  });

  it.each(events)('%s tells no field too many', (_path, event) => {
    const more = { ...(event.example as object), email: 'avery.sample@example.com' };
    expect(event.data.safeParse(more).success).toBe(false);
  });

  it.each(events)('%s names nothing of a person', (_path, event) => {
    expect(namesIn(z.toJSONSchema(event.data)).filter((name) => personal.test(name))).toEqual([]);
  });
});

describe('the views', () => {
  it.each(views)(
    '%s has an example that its schema takes, and stands in the file of its name',
    (path, view) => {
      expect(view.schema.parse(view.example)).toEqual(view.example);
      expect(path.endsWith(`/${view.name}.v${view.schemaVersion}.ts`)).toBe(true);
    },
  );

  it.each(views)('%s is read from an item with its keys beside it', (_path, view) => {
    const item = { pk: 'LOAN#x', sk: 'Y', gsi1pk: 'z', schemaVersion: view.schemaVersion, ...view.example };
    expect(view.schema.parse(item)).toEqual(view.example);
  });
});
