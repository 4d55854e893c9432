import { AwsError, type EngineContext, type Json } from '../service.ts';
import type { Delivery } from './schedule-book.ts';

const UNIVERSAL = /^arn:aws[\w-]*:scheduler:::aws-sdk:(\w+):(\w+)$/;
const EVENT_BUS = /^arn:aws[\w-]*:events:[\w-]+:\d{12}:event-bus\/(.+)$/;

/** Sends one firing: to an event bus, by an SDK call (universal target), or as a delivery to any other target. */
export async function sendToTarget(context: EngineContext, delivery: Delivery): Promise<void> {
  const { neighbours } = context;
  const { Arn, EventBridgeParameters } = delivery.target;
  const payload = payloadOf(context, delivery);
  const [, service, action] = UNIVERSAL.exec(Arn) ?? [];
  if (service !== undefined && action !== undefined) {
    await neighbours.call(service, action.charAt(0).toUpperCase() + action.slice(1), payload);
    return;
  }
  const busName = EVENT_BUS.exec(Arn)?.[1];
  if (busName === undefined) {
    await neighbours.deliver(Arn, payload);
    return;
  }
  if (EventBridgeParameters === undefined)
    throw new AwsError('ValidationException', 'EventBridgeParameters are missing');
  const { Source: source, DetailType: detailType } = EventBridgeParameters;
  await neighbours.putEvents([
    { source, detailType, detail: payload, busName, resources: [delivery.schedule.arn] },
  ]);
}

/** The target's Input with the context attributes in place, parsed when it is JSON; without Input, a notice of the firing. */
export function payloadOf(context: EngineContext, delivery: Delivery): Json {
  const { Input } = delivery.target;
  const time = secondsInstant(delivery.scheduledAt);
  if (Input === undefined)
    return {
      version: '0',
      id: delivery.id,
      'detail-type': 'Scheduled Event',
      source: 'aws.scheduler',
      account: context.account,
      time,
      region: context.region,
      resources: [delivery.schedule.arn],
      detail: '{}',
    };
  const text = Input.replaceAll('<aws.scheduler.schedule-arn>', delivery.schedule.arn)
    .replaceAll('<aws.scheduler.scheduled-time>', time)
    .replaceAll('<aws.scheduler.execution-id>', delivery.id)
    .replaceAll('<aws.scheduler.attempt-number>', String(delivery.attempt));
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

/** `2026-03-02T15:00:00Z` */
function secondsInstant(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(/\.\d+Z$/, 'Z');
}
