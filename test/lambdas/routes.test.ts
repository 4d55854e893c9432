import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Route, RouteTable } from '../../lambdas/shared/route.ts';
import { policy } from '../../lambdas/shared/policy.ts';

const root = join(import.meta.dirname, '..', '..');

/** GETs of a loan that leave no entry of their own, each with its reason. */
const untracedReads: Record<string, string> = {};

/** POSTs and the like that need no Idempotency-Key, each with its reason. */
const withoutKey: Record<string, string> = {
  revealField: 'changes nothing but the trail, and its reply must be kept nowhere',
};

const isTable = (value: unknown): value is RouteTable =>
  typeof value === 'object' && value !== null && 'routes' in value && 'prefixes' in value;

const tables: RouteTable[] = [];
for (const path of globSync('lambdas/*/routes.ts', { cwd: root }))
  tables.push(...Object.values((await import(join(root, path))) as Record<string, unknown>).filter(isTable));

const all = tables.flatMap((table) =>
  table.routes.map((route: Route) => [route.operationId, route, table] as const),
);
const variables = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

describe('the routes of every capability', () => {
  it('are found', () => {
    expect(tables.map(({ capability }) => capability)).toEqual(
      expect.arrayContaining(['loans', 'identity', 'audit']),
    );
  });

  it('have operation ids and paths of their own', () => {
    const ids = all.map(([id]) => id);
    const paths = all.map(([, { method, path }]) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
  });

  it.each(all)('%s lies under a prefix of its capability, in its version', (_id, { path }, { prefixes }) => {
    expect(path).toMatch(/^\/v1(\/([a-z][a-z.-]*|\{[a-zA-Z]+\}))+$/);
    expect(prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}/`))).toBe(true);
  });

  it.each(all)('%s parses every part that its path takes', (_id, { path, params }) => {
    expect(Object.keys(params?.shape ?? {}).toSorted()).toEqual(variables(path).toSorted());
  });

  it.each(all)(
    '%s asks for a permission that the policy knows, and scopes it by the loan where there is one',
    (_id, { permission, authorization, path }) => {
      expect(authorization === 'none').toBe(permission === 'public');
      expect([...Object.keys(policy), 'public']).toContain(permission);
      const reaches: string[] = permission === 'public' ? [] : Object.values(policy[permission]);
      const isOfLoan = permission !== 'public' && variables(path).includes('loanId');
      const isScoped = isOfLoan || reaches.some((reach) => reach !== 'unscoped');
      expect(!isScoped || authorization === 'loan' || authorization === 'story').toBe(true);
    },
  );

  it.each(all.filter(([, { method, permission }]) => method === 'POST' && permission !== 'public'))(
    "%s is idempotent by the client's key, or says why not",
    (id, { idempotent }) => {
      expect(idempotent === true).toBe(withoutKey[id] === undefined);
    },
  );

  it.each(all.filter(([, { method }]) => method === 'GET'))(
    '%s leaves an entry on the trail where it shows a loan',
    (id, { path, readAction, body, idempotent }) => {
      expect([body, idempotent]).toEqual([undefined, undefined]);
      const isShown = variables(path).includes('loanId') && untracedReads[id] === undefined;
      expect(!isShown || readAction !== undefined).toBe(true);
      expect(readAction ?? 'NotRead').toMatch(/^[A-Z][A-Za-z]+(ed|Read|Sent)$/);
    },
  );

  it.each(all)('%s lists its replies, with a schema for each that has a body', (_id, { replies }) => {
    const statuses = Object.keys(replies).map(Number);
    expect(statuses.length).toBeGreaterThan(0);
    expect(statuses.every((status) => status >= 200 && status < 400)).toBe(true);
    expect(statuses.filter((status) => status < 300 && status !== 204 && !replies[status]?.schema)).toEqual(
      [],
    );
  });

  it.each(
    all
      .flatMap(
        ([id, { body, query }]) =>
          [
            [id, 'body', body],
            [id, 'query', query],
          ] as const,
      )
      .filter(([, , schema]) => schema),
  )('%s refuses unknown fields in its %s', (_id, _part, schema) => {
    const problems = schema?.safeParse({ surelyUnknown: 1 }).error?.issues ?? [];
    const refuses = problems.some(({ code }) => code === 'unrecognized_keys' || code === 'invalid_union');
    expect(refuses).toBe(true);
  });

  it.each(tables.flatMap((table) => table.prefixes.map((prefix) => [prefix, table] as const)))(
    '%s is all public or all authorized',
    (prefix, { routes }) => {
      const under = routes.filter(({ path }) => path === prefix || path.startsWith(`${prefix}/`));
      expect(new Set(under.map(({ permission }) => permission === 'public')).size).toBe(1);
    },
  );
});
