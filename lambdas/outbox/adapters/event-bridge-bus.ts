import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { Envelope } from '../../shared/events/event.ts';
import { logLine } from '../../shared/observability.ts';

export interface Bus {
  /** False when the bus did not take the event; the caller tries again. */
  publish(event: { source: string; detailType: string; envelope: Envelope }): Promise<boolean>;
}

export function eventBridgeBus(busName: string, client = new EventBridgeClient({})): Bus {
  return {
    async publish({ source, detailType, envelope }) {
      const entry = {
        EventBusName: busName,
        Source: source,
        DetailType: detailType,
        Detail: JSON.stringify(envelope),
        Time: new Date(envelope.at),
      };
      try {
        const reply = await client.send(new PutEventsCommand({ Entries: [entry] }));
        if ((reply.FailedEntryCount ?? 0) === 0) return true;
        logLine('warn', 'EventNotTaken', 'the bus refused an event', {
          detailType,
          eventId: envelope.id,
          errorCode: reply.Entries?.[0]?.ErrorCode ?? 'unknown',
        });
      } catch (error) {
        logLine('warn', 'EventNotTaken', 'the bus did not answer', {
          detailType,
          eventId: envelope.id,
          errorName: error instanceof Error ? error.name : 'unknown',
        });
      }
      return false;
    },
  };
}
