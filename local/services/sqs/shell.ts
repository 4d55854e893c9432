import { callAction, handleAwsJson, type CallableService } from '../aws-json.ts';
import type { EngineContext } from '../service.ts';
import { messageActions, queueActions } from './actions.ts';
import { SqsEngine } from './engine.ts';
import type { SqsFaults } from './faults.ts';

export interface SqsService extends CallableService {
  /** Queues for those in the same process: pollers, metrics, fault switches. */
  readonly engine: SqsEngine;
}

export interface SqsOptions {
  /** Kept by reference: changing it later changes what the queues do. */
  faults?: SqsFaults;
  /** Start of the URLs of queues that the API (not a template) creates. */
  endpoint?: string;
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-making-api-requests-json.html, error table. */
const LEGACY_CODES = {
  QueueDoesNotExist: 'AWS.SimpleQueueService.NonExistentQueue',
  EmptyBatchRequest: 'AWS.SimpleQueueService.EmptyBatchRequest',
  TooManyEntriesInBatchRequest: 'AWS.SimpleQueueService.TooManyEntriesInBatchRequest',
  BatchEntryIdsNotDistinct: 'AWS.SimpleQueueService.BatchEntryIdsNotDistinct',
  BatchRequestTooLong: 'AWS.SimpleQueueService.BatchRequestTooLong',
  MessageNotInflight: 'AWS.SimpleQueueService.MessageNotInflight',
  UnsupportedOperation: 'AWS.SimpleQueueService.UnsupportedOperation',
};

export function createSqsService(context: EngineContext, options: SqsOptions = {}): SqsService {
  const engine = new SqsEngine(context, options.faults);
  const actions = {
    ...messageActions(engine),
    ...queueActions(engine, options.endpoint ?? 'http://127.0.0.1:4571'),
  };
  return {
    name: 'sqs',
    types: ['AWS::SQS::Queue', 'AWS::SQS::QueuePolicy'],
    engine,
    provision: (resource) => engine.provision(resource),
    handle: async (request) =>
      await handleAwsJson({ version: '1.0', legacyCodes: LEGACY_CODES }, actions, request),
    call: async (name, input) => await callAction(actions, name, input),
    start: () => engine.start(),
    stop: async () => engine.stop(),
  };
}
