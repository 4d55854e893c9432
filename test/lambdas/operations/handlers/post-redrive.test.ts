import { describe, expect, it } from 'vitest';
import { ledgerOf } from '../../../support/fake-kernel.ts';
import { operationsWorld } from '../fake-queues.ts';
import { manager, operator, serveOperations } from '../serve.ts';

const path = '/v1/operations/queues/loans-evidence-arrived/redrives';
const headers = { 'idempotency-key': 'redrive-after-the-outage' };

describe('POST /v1/operations/queues/{name}/redrives', () => {
  it('gives the messages back and records who did it', async () => {
    const world = operationsWorld({ 'loans-evidence-arrived': ['one', 'two'] });

    const reply = await serveOperations(world)({ method: 'POST', path, as: operator, body: {}, headers });

    expect(reply).toMatchObject({ status: 202, body: { name: 'loans-evidence-arrived', messages: 2 } });
    expect(world.deadLetterQueues.delivered.get('loans-evidence-arrived')).toEqual(['one', 'two']);
    expect(ledgerOf(world.storage, 'SYSTEM#operations')).toMatchObject([
      { action: 'QueueRedriven', actor: 'user_01JD0000000000000000000009', facts: { messages: 2 } },
    ]);
  });

  it('twice equals once: the same key gives the first answer and moves nothing more', async () => {
    const world = operationsWorld({ 'loans-evidence-arrived': ['one'] });
    const serve = serveOperations(world);
    const first = await serve({ method: 'POST', path, as: operator, body: {}, headers });
    world.deadLetterQueues.dead.set('loans-evidence-arrived', ['later']);

    const second = await serve({ method: 'POST', path, as: operator, body: {}, headers });

    expect(second.body).toEqual(first.body);
    expect(world.deadLetterQueues.dead.get('loans-evidence-arrived')).toEqual(['later']);
    expect(ledgerOf(world.storage, 'SYSTEM#operations')).toHaveLength(1);
  });

  it('refuses a manager', async () => {
    const world = operationsWorld({ 'loans-evidence-arrived': ['one'] });

    expect(
      await serveOperations(world)({ method: 'POST', path, as: manager, body: {}, headers }),
    ).toMatchObject({ status: 403 });
    expect(world.deadLetterQueues.dead.get('loans-evidence-arrived')).toEqual(['one']);
  });

  it('refuses a speed out of bounds, naming the field and the rule', async () => {
    const reply = await serveOperations(operationsWorld())({
      method: 'POST',
      path,
      as: operator,
      body: { perSecond: 5000 },
      headers,
    });

    expect(reply).toMatchObject({ status: 400, body: { problems: [{ field: 'perSecond' }] } });
  });
});
