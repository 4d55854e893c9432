import { route, type RouteTable } from '../shared/route.ts';
import * as contracts from './contracts.ts';
import * as z from 'zod';

const { QueueParams } = contracts;

export const operationsRoutes = {
  capability: 'operations',
  prefixes: ['/v1/operations', '/v1/openapi.json'],
  routes: [
    route({
      operationId: 'listDeadLetterQueues',
      method: 'GET',
      path: '/v1/operations/queues',
      summary: 'Every dead-letter queue, how much of what it holds, and its runbook',
      permission: 'queue:read',
      authorization: 'role',
      replies: { 200: { description: 'the queues', schema: contracts.DeadLetterQueues } },
    }),
    route({
      operationId: 'inspectDeadLetters',
      method: 'GET',
      path: '/v1/operations/queues/{name}/messages',
      summary: 'Up to ten messages, masked to ids and reasons',
      permission: 'queue:read',
      authorization: 'role',
      params: QueueParams,
      readAction: 'DeadLettersInspected',
      replies: { 200: { description: 'the messages', schema: contracts.MaskedMessages } },
    }),
    route({
      operationId: 'redriveDeadLetters',
      method: 'POST',
      path: '/v1/operations/queues/{name}/redrives',
      summary:
        'Gives the messages back to their consumer, which does nothing twice; of positions, reads the records again',
      permission: 'queue:redrive',
      authorization: 'role',
      params: QueueParams,
      body: contracts.AskRedrive,
      idempotent: true,
      replies: { 202: { description: 'on the way', schema: contracts.Redrive } },
    }),
    route({
      operationId: 'getOpenApi',
      method: 'GET',
      path: '/v1/openapi.json',
      summary: 'This document',
      permission: 'public',
      authorization: 'none',
      replies: { 200: { description: 'OpenAPI 3.1', schema: z.looseObject({ openapi: z.string() }) } },
    }),
  ],
} as const satisfies RouteTable;
