import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import type { Route, RouteTable } from '../lambdas/shared/route.ts';
import { rolesWith } from '../lambdas/shared/policy.ts';

type Json = Record<string, unknown>;

/** Every capability's route table, found by its file. */
export async function routeTables(root: string): Promise<RouteTable[]> {
  const files = globSync('lambdas/*/routes.ts', { cwd: root }).toSorted();
  const modules = await Promise.all(
    files.map(async (file) => (await import(join(root, file))) as Record<string, unknown>),
  );
  return modules.flatMap((module) => Object.values(module).filter(isRouteTable));
}

const isRouteTable = (value: unknown): value is RouteTable =>
  typeof value === 'object' && value !== null && 'routes' in value && 'prefixes' in value;

const problemRef = { $ref: '#/components/schemas/Problem' };

const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  correlationId: z.string(),
  problems: z.array(z.strictObject({ field: z.string(), rule: z.string() })).optional(),
  facts: z.record(z.string(), z.unknown()).optional(),
});

/** OpenAPI 3.1 of the whole API, from the tables that the routers and the gateway read too. */
export function openApiDocument(tables: readonly RouteTable[]): Json {
  const paths: Record<string, Json> = {};
  for (const { capability, routes } of tables) {
    for (const route of routes)
      (paths[route.path] ??= {})[route.method.toLowerCase()] = operationOf(capability, route);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Keyturn',
      version: '1',
      summary: 'Loans from lead to funded, and the systems around them',
      description:
        "Amounts are integer cents, rates parts per million, dates YYYY-MM-DD in the lender's zone, instants UTC. Errors are RFC 9457 problems.",
      license: { name: 'Proprietary', identifier: 'LicenseRef-Keyturn' },
    },
    servers: [{ url: '/', description: 'the stage that serves this document' }],
    security: [{ token: [] }],
    tags: tables.map(({ capability }) => ({ name: capability, description: `The ${capability} capability` })),
    paths: Object.fromEntries(Object.entries(paths).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'An access token of the staff or the borrower pool',
        },
      },
      schemas: { Problem: schemaOf(Problem, 'output') },
    },
  };
}

function operationOf(capability: string, route: Route): Json {
  const { permission, operationId, summary, body, idempotent } = route;
  return {
    operationId,
    summary,
    tags: [capability],
    ...(permission === 'public'
      ? { security: [] }
      : { description: `Permission \`${permission}\`: ${rolesWith(permission).join(', ')}.` }),
    parameters: [
      ...pathParameters(route),
      ...queryParameters(route),
      ...(idempotent ? [idempotencyKey] : []),
    ],
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(body, 'input') } },
          },
        }
      : {}),
    responses: { ...successes(route), ...failures(route) },
  };
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'The same key and body give the same answer; another body under the key is refused (409).',
  schema: { type: 'string', minLength: 8, maxLength: 200 },
};

function successes({ replies }: Route): Json {
  return Object.fromEntries(
    Object.entries(replies).map(([status, { description, schema }]) => [
      status,
      {
        description,
        ...(schema ? { content: { 'application/json': { schema: schemaOf(schema, 'output') } } } : {}),
      },
    ]),
  );
}

const failureWords: Record<string, string> = {
  400: 'the request cannot be read',
  401: 'no token, or not a good one',
  403: 'your role may not do this',
  404: 'there is no such thing, or not for you',
  409: 'it conflicts with how things stand',
  412: 'it has changed since you read it',
  413: 'the body is too large',
  415: 'the body is not application/json',
  422: 'a rule of the field is broken',
  429: 'too many requests',
  503: 'try again later',
};

function failures(route: Route): Json {
  const codes = [
    400,
    ...(route.permission === 'public' ? [] : [401, 403]),
    ...(route.params ? [404] : []),
    429,
    503,
  ];
  if (route.method !== 'GET') codes.push(409, 413, 422);
  if (route.body) codes.push(415);
  if (route.method === 'PUT' || route.method === 'PATCH') codes.push(412);
  const problem = (code: number) => ({
    description: failureWords[code] ?? '',
    content: { 'application/problem+json': { schema: problemRef } },
  });
  return Object.fromEntries(codes.toSorted((a, b) => a - b).map((code) => [String(code), problem(code)]));
}

function pathParameters({ params }: Route): Json[] {
  return Object.entries(params?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'path',
    required: true,
    schema: schemaOf(schema as z.ZodType, 'input'),
  }));
}

function queryParameters({ query }: Route): Json[] {
  return Object.entries(query?.shape ?? {}).map(([name, schema]) => {
    const required = !(schema as z.ZodType).safeParse(undefined).success;
    return { name, in: 'query', required, schema: schemaOf(schema as z.ZodType, 'output') };
  });
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
    reused: 'inline',
  });
  return json;
}

/** Writes the document beside the function that serves it. */
export async function writeOpenApi(root: string): Promise<void> {
  const file = join(root, 'dist', 'operations-api', 'openapi.json');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(openApiDocument(await routeTables(root)), null, 1)}\n`);
}
