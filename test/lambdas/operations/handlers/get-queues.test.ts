import { describe, expect, it } from 'vitest';
import { operationsWorld } from '../fake-queues.ts';
import { manager, operator, serveOperations } from '../serve.ts';

describe('GET /v1/operations/queues', () => {
  it('lists each dead-letter queue with what it holds and its runbook', async () => {
    const serve = serveOperations(
      operationsWorld({ 'loans-evidence-arrived': ['{}', '{}'], 'outbox-entities-changed-replay': [] }),
    );

    const { status, body } = await serve({ method: 'GET', path: '/v1/operations/queues', as: operator });

    expect(status).toBe(200);
    expect(body).toEqual({
      items: [
        {
          name: 'loans-evidence-arrived',
          messages: 2,
          inFlight: 0,
          holds: 'messages',
          runbook: 'docs/runbooks/loans-on-evidence-arrived-dead-letters.md',
        },
        {
          name: 'outbox-entities-changed-replay',
          messages: 0,
          inFlight: 0,
          holds: 'positions',
          runbook: 'docs/runbooks/outbox-on-entities-changed-replay-dead-letters.md',
        },
      ],
    });
  });

  it('refuses a manager, and says so on the trail', async () => {
    const world = operationsWorld();

    const { status } = await serveOperations(world)({
      method: 'GET',
      path: '/v1/operations/queues',
      as: manager,
    });

    expect(status).toBe(403);
    expect(world.storage.all('ledger')).toMatchObject([
      { action: 'AccessRefused', actor: 'user_01JD0000000000000000000008' },
    ]);
  });
});
