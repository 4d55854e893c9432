import { describe, expect, it } from 'vitest';
import { operationsWorld } from '../fake-queues.ts';
import { operator, serveOperations } from '../serve.ts';

const body = JSON.stringify({
  'detail-type': 'LoanOpened.v1',
  detail: {
    id: 'evt_01JD0000000000000000000004',
    data: { loanId: 'loan_01JD0000000000000000000000', note: 'Avery Sample, 987-65-4321' },
  },
});

describe('GET /v1/operations/queues/{name}/messages', () => {
  it('shows type and ids and nothing else of the body, and puts the look on the trail', async () => {
    const world = operationsWorld({ 'loans-evidence-arrived': [body] });

    const reply = await serveOperations(world)({
      method: 'GET',
      path: '/v1/operations/queues/loans-evidence-arrived/messages',
      as: operator,
    });

    expect(reply.body).toMatchObject({
      name: 'loans-evidence-arrived',
      items: [
        {
          detailType: 'LoanOpened.v1',
          ids: { loanId: 'loan_01JD0000000000000000000000', eventId: 'evt_01JD0000000000000000000004' },
        },
      ],
    });
    expect(JSON.stringify(reply.body)).not.toMatch(/Avery|987/);
    expect(world.storage.all('ledger')).toMatchObject([{ action: 'DeadLettersInspected' }]);
  });

  it('does not know a queue that is not of ours', async () => {
    const reply = await serveOperations(operationsWorld())({
      method: 'GET',
      path: '/v1/operations/queues/somebody-elses/messages',
      as: operator,
    });

    expect(reply).toMatchObject({ status: 404, body: { code: 'QueueNotFound' } });
  });
});
