import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { eventBridgeBus } from '../../../../lambdas/outbox/adapters/event-bridge-bus.ts';
import { capturedLines } from '../../../support/captured-lines.ts';

const client = new EventBridgeClient({ region: 'us-east-1' });
const mock = mockClient(client);
afterEach(() => mock.reset());
const event = {
  source: 'keyturn.loans',
  detailType: 'LoanUpdated.v1',
  envelope: {
    id: 'evt_01JD0000000000000000000000' as const,
    at: '2026-11-21T15:00:00.000Z',
    correlationId: 'c',
    actor: 'a',
    data: { loanId: 'x' },
  },
};

describe('the bus', () => {
  it('is given the event with its own time', async () => {
    mock.on(PutEventsCommand).resolves({ FailedEntryCount: 0 });
    expect(await eventBridgeBus('keyturn', client).publish(event)).toBe(true);
    expect(mock.commandCalls(PutEventsCommand)[0]?.args[0].input).toEqual({
      Entries: [
        {
          EventBusName: 'keyturn',
          Source: 'keyturn.loans',
          DetailType: 'LoanUpdated.v1',
          Detail: JSON.stringify(event.envelope),
          Time: new Date(event.envelope.at),
        },
      ],
    });
  });

  it.each([
    ['refuses the entry', { FailedEntryCount: 1, Entries: [{ ErrorCode: 'ThrottlingException' }] }],
    ['does not answer', undefined],
  ])('that %s has not taken it, and the log names the event', async (_what, reply) => {
    if (reply) mock.on(PutEventsCommand).resolves(reply);
    else mock.on(PutEventsCommand).rejects(new Error('down'));
    const lines = capturedLines();
    expect(await eventBridgeBus('keyturn', client).publish(event)).toBe(false);
    vi.restoreAllMocks();
    expect(lines.join('\n')).toMatch(new RegExp(`"eventId": ?"${event.envelope.id}"`));
  });
});
