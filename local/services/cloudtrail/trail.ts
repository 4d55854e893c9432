import * as z from 'zod';
import type { EngineContext, ResolvedResource } from '../service.ts';
import type { DataEvent } from './data-event.ts';

const flag = z.union([z.boolean(), z.stringbool()]);
const values = z.array(z.string()).optional();

const FieldSelector = z.object({
  Field: z.string(),
  Equals: values,
  NotEquals: values,
  StartsWith: values,
  NotStartsWith: values,
  EndsWith: values,
  NotEndsWith: values,
});
type FieldSelector = z.infer<typeof FieldSelector>;

const EventSelector = z.object({
  ReadWriteType: z.enum(['All', 'ReadOnly', 'WriteOnly']).default('All'),
  DataResources: z.array(z.object({ Type: z.string(), Values: z.array(z.string()).default([]) })).default([]),
});

const TrailProperties = z.object({
  S3BucketName: z.string(),
  S3KeyPrefix: z.string().optional(),
  KMSKeyId: z.string().optional(),
  IsLogging: flag,
  EnableLogFileValidation: flag.default(false),
  EventSelectors: z.array(EventSelector).default([]),
  AdvancedEventSelectors: z.array(z.object({ FieldSelectors: z.array(FieldSelector) })).default([]),
});

export interface Trail {
  name: string;
  arn: string;
  bucketName: string;
  /** Empty, or ends in a slash. */
  keyPrefix: string;
  kmsKeyId?: string;
  isLogging: boolean;
  validates: boolean;
  selectors: z.infer<typeof EventSelector>[];
  advancedSelectors: FieldSelector[][];
  /** From which its first digest counts. */
  startedAt: number;
}

/** `AWS::CloudTrail::Trail`. */
export function provisionTrail(context: EngineContext, resource: ResolvedResource): Trail {
  const given = TrailProperties.parse(resource.properties);
  const before = context.store.get<Trail>('cloudtrail.trails', resource.ref);
  const trail: Trail = {
    name: resource.ref,
    arn:
      resource.attributes['Arn'] ??
      `arn:aws:cloudtrail:${context.region}:${context.account}:trail/${resource.ref}`,
    bucketName: given.S3BucketName,
    keyPrefix: given.S3KeyPrefix === undefined ? '' : `${given.S3KeyPrefix}/`,
    ...(given.KMSKeyId === undefined ? {} : { kmsKeyId: given.KMSKeyId }),
    isLogging: given.IsLogging,
    validates: given.EnableLogFileValidation,
    selectors: given.EventSelectors,
    advancedSelectors: given.AdvancedEventSelectors.map(({ FieldSelectors }) => FieldSelectors),
    startedAt: before?.startedAt ?? context.clock.now(),
  };
  context.store.put('cloudtrail.trails', trail.name, trail);
  return trail;
}

/** Whether the trail's selectors ask for a data event; no selector asks for none, as on AWS. */
export function selects(trail: Trail, event: DataEvent): boolean {
  return event.resources.some(
    (resource) =>
      trail.selectors.some((selector) => basicSelects(selector, event, resource)) ||
      trail.advancedSelectors.some((fields) => fields.every((field) => fieldSelects(field, event, resource))),
  );
}

type Resource = DataEvent['resources'][number];

/** CloudTrail API, DataResource: an ARN selects what starts with it; of a table, the table itself. */
function basicSelects(
  selector: z.infer<typeof EventSelector>,
  event: DataEvent,
  resource: Resource,
): boolean {
  if (selector.ReadWriteType !== 'All' && (selector.ReadWriteType === 'ReadOnly') !== event.readOnly)
    return false;
  return selector.DataResources.some(
    ({ Type, Values }) => Type === resource.type && Values.some((arn) => arnOf(resource).startsWith(arn)),
  );
}

function fieldSelects(selector: FieldSelector, event: DataEvent, resource: Resource): boolean {
  const actual = fieldOf(selector.Field, event, resource);
  const { Equals, NotEquals, StartsWith, NotStartsWith, EndsWith, NotEndsWith } = selector;
  return (
    (Equals?.includes(actual) ?? true) &&
    (StartsWith?.some((one) => actual.startsWith(one)) ?? true) &&
    (EndsWith?.some((one) => actual.endsWith(one)) ?? true) &&
    !(NotEquals?.includes(actual) ?? false) &&
    !(NotStartsWith?.some((one) => actual.startsWith(one)) ?? false) &&
    !(NotEndsWith?.some((one) => actual.endsWith(one)) ?? false)
  );
}

function fieldOf(field: string, event: DataEvent, resource: Resource): string {
  const fields: Record<string, string> = {
    eventCategory: 'Data',
    eventType: 'AwsApiCall',
    eventName: event.eventName,
    eventSource: event.eventSource,
    readOnly: String(event.readOnly),
    'resources.type': resource.type,
    'resources.ARN': arnOf(resource),
    'userIdentity.arn': event.principalArn ?? '',
  };
  return fields[field] ?? '';
}

function arnOf(resource: Resource): string {
  return resource.ARN ?? resource.ARNPrefix ?? '';
}
