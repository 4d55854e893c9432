import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bans, violations } from './bans.ts';
import { root, sources } from './sources.ts';

describe('house taste', () => {
  it('bans nothing that the sources hold', () => {
    expect(violations(sources)).toEqual([]);
  });

  it.each([
    ['lambdas/loans/domain/planted.ts', 'const at = Date.now();'],
    ['lambdas/loans/handlers/planted.ts', 'const table = process.env.TABLE;'],
    ['lambdas/rules/apr/planted.ts', 'const rate = parseFloat(text);'],
    ['local/services/planted.ts', 'const item = value as unknown as Item;'],
    ['lib/planted.ts', '// TODO later'],
    ['lambdas/loans/planted.ts', "import { z } from 'zod';"],
    ['test/planted.test.ts', "it.only('runs alone', () => {});"],
    ['test/planted.test.ts', "vi.mock('./a.ts');"],
    ['test/planted.test.ts', 'const mock = mockClient(SFNClient);'],
  ])('finds what is planted in %s: %s', (path, line) => {
    expect(violations([{ path, text: line, lines: [line] }])).toHaveLength(1);
  });

  it('names a replacement for each ban', () => {
    expect(bans.filter(({ instead }) => instead.length < 5)).toEqual([]);
  });

  it('keeps files to what a person reads in one go', () => {
    const long = sources.filter(({ path, lines }) => !path.startsWith('test/') && lines.length > 320);
    expect(long.map(({ path, lines }) => `${path}: ${lines.length} lines`)).toEqual([]);
  });

  it('has no drawers: no utils, helpers, common, types, constants, interfaces or index files', () => {
    const drawer = /(^|\/)(utils?|helpers?|common|types|constants|interfaces|index)(\/|\.ts$)/;
    expect(sources.map(({ path }) => path).filter((path) => drawer.test(path))).toEqual([]);
  });
});

describe('every slice and handler', () => {
  const slices = globSync('lambdas/*/', { cwd: root }).filter(
    (path) => !/lambdas\/(shared|rules)$/.test(path.replace(/\/$/, '')),
  );

  it.each(slices)('%s has a README with its nuances', (slice) => {
    const readme = join(root, slice, 'README.md');
    expect(existsSync(readme), `${slice}/README.md`).toBe(true);
    expect(readFileSync(readme, 'utf8')).toMatch(/^## Nuances/m);
  });

  it('each handler file has a test of its own name', () => {
    const handlers = sources
      .map(({ path }) => path)
      .filter((path) => /^lambdas\/[^/]+\/handlers\//.test(path));
    const untested = handlers.filter(
      (path) => !existsSync(join(root, 'test', path.replace(/\.ts$/, '.test.ts'))),
    );
    expect(untested).toEqual([]);
  });

  it('each handler is named for its trigger', () => {
    const prefix = /^(get|post|put|patch|delete|on|task|nightly|hourly|authorize)-[a-z0-9-]+\.ts$/;
    const handlers = globSync('lambdas/*/handlers/*.ts', { cwd: root }).map(
      (path) => path.split('/').at(-1) ?? '',
    );
    expect(handlers.filter((name) => !prefix.test(name))).toEqual([]);
  });
});

describe('state machines', () => {
  const machines = globSync('state-machines/*.asl.json', { cwd: root });

  it.each(machines)('%s: every task has a timeout, a retry that names errors, and a catch', (path) => {
    const { States } = JSON.parse(readFileSync(join(root, path), 'utf8')) as {
      States: Record<string, Record<string, unknown>>;
    };
    for (const [name, state] of Object.entries(States).filter(([, { Type }]) => Type === 'Task')) {
      expect(state['TimeoutSeconds'], `${name} TimeoutSeconds`).toBeTypeOf('number');
      expect(JSON.stringify(state['Retry'] ?? []), `${name} Retry`).toContain('Unavailable');
      expect(JSON.stringify(state['Retry']), `${name} Retry`).not.toContain('States.ALL');
      expect(state['Catch'], `${name} Catch`).toBeInstanceOf(Array);
    }
  });
});
