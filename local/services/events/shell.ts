import { callAction, handleAwsJson, type CallableService } from '../aws-json.ts';
import type { EngineContext, EventEntry } from '../service.ts';
import { archiveActions, eventActions } from './actions.ts';
import { EventsEngine } from './engine.ts';
import { busNameOf } from './rule.ts';

export interface EventsService extends CallableService {
  readonly engine: EventsEngine;
  /** For the neighbours' own events: unlike the API it takes `aws.*` sources. */
  publish(entries: readonly EventEntry[]): void;
}

/** EventBridge: AWS JSON 1.1, credential scope `events`. */
export function createEventsService(context: EngineContext): EventsService {
  const engine = new EventsEngine(context);
  const actions = { ...eventActions(engine), ...archiveActions(engine) };
  return {
    name: 'events',
    types: [
      'AWS::Events::EventBus',
      'AWS::Events::EventBusPolicy',
      'AWS::Events::Rule',
      'AWS::Events::Archive',
    ],
    engine,
    provision: (resource) => engine.provision(resource),
    handle: async (request) => await handleAwsJson({ version: '1.1' }, actions, request),
    call: async (name, input) => await callAction(actions, name, input),
    publish: (entries) => {
      for (const { timeEpochMs, busName, ...entry } of entries) {
        const event = engine.envelope({
          ...entry,
          ...(timeEpochMs !== undefined && { timeMs: timeEpochMs }),
        });
        engine.accept(busNameOf(busName), [event]);
      }
    },
    start: () => engine.start(),
  };
}
