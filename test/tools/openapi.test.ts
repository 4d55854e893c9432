import { createConfig, lintFromString } from '@redocly/openapi-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { openApiDocument, routeTables } from '../../tools/openapi.ts';
import { root } from '../tidy/sources.ts';

describe('the OpenAPI document', () => {
  let tables: Awaited<ReturnType<typeof routeTables>>;
  let document: ReturnType<typeof openApiDocument>;

  beforeAll(async () => {
    tables = await routeTables(root);
    document = openApiDocument(tables);
  });

  it('has no problem that the recommended rules know', async () => {
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lintFromString({
      source: JSON.stringify(document),
      absoluteRef: 'openapi.json',
      config,
    });
    expect(
      problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer ?? ''}`),
    ).toEqual([]);
  });

  it('holds every route of every capability, once', () => {
    const routes = tables.flatMap((table) => table.routes);
    const paths = document['paths'] as Record<string, Record<string, { operationId: string }>>;
    const described = Object.values(paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(described.toSorted()).toEqual(routes.map(({ operationId }) => operationId).toSorted());
    expect(new Set(described).size).toBe(described.length);
  });
});
