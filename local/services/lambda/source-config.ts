import { items, jsonText, members } from '../../runtime/json-text.ts';
import { eventPattern, type EventTest } from '../events/pattern.ts';
import type { Json, ResolvedResource } from '../service.ts';

/** An `AWS::Lambda::EventSourceMapping`, with Lambda's own defaults where the template is silent. */
export interface SourceConfig {
  id: string;
  sourceArn: string;
  functionName: string;
  enabled: boolean;
  batchSize: number;
  windowSeconds: number;
  maxConcurrency: number;
  reportsItemFailures: boolean;
  startsAtLatest: boolean;
  bisects: boolean;
  /** -1: for ever. */
  maxRetries: number;
  /** -1: any age. */
  maxAgeSeconds: number;
  onFailureArn: string | undefined;
  /** True for a record that the function is to see. */
  admits: EventTest;
}

export function sourceConfig({ ref, properties }: ResolvedResource): SourceConfig {
  const sourceArn = jsonText(properties['EventSourceArn']);
  const isQueue = sourceArn.split(':')[2] === 'sqs';
  const destination = jsonText(members(members(properties['DestinationConfig'])['OnFailure'])['Destination']);
  const whole = (name: string, otherwise: number): number => Number(properties[name] ?? otherwise);
  return {
    id: ref,
    sourceArn,
    functionName: jsonText(properties['FunctionName']),
    enabled: jsonText(properties['Enabled'] ?? true) !== 'false',
    batchSize: whole('BatchSize', isQueue ? 10 : 100),
    windowSeconds: whole('MaximumBatchingWindowInSeconds', 0),
    maxConcurrency: Number(members(properties['ScalingConfig'])['MaximumConcurrency'] ?? 5),
    reportsItemFailures: items(properties['FunctionResponseTypes']).includes('ReportBatchItemFailures'),
    startsAtLatest: properties['StartingPosition'] === 'LATEST',
    bisects: jsonText(properties['BisectBatchOnFunctionError']) === 'true',
    maxRetries: whole('MaximumRetryAttempts', -1),
    maxAgeSeconds: whole('MaximumRecordAgeInSeconds', -1),
    onFailureArn: destination === '' ? undefined : destination,
    admits: filter(members(properties['FilterCriteria'])['Filters']),
  };
}

/** Filters are joined by "or"; none admits everything. */
function filter(filters: Json | undefined): EventTest {
  const patterns = items(filters).map((entry) => eventPattern(jsonText(members(entry)['Pattern'])));
  return patterns.length === 0 ? () => true : (record) => patterns.some((pattern) => pattern(record));
}
