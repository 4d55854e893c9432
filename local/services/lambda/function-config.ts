import { items, jsonText, members } from '../../runtime/json-text.ts';
import type { Json, ResolvedResource } from '../service.ts';

export interface FunctionConfig {
  name: string;
  arn: string;
  /** Absolute folder of the bundle. */
  folder: string;
  handler: string;
  runtime: string;
  timeoutSeconds: number;
  memoryMb: number;
  environment: Record<string, string>;
  /** `ReservedConcurrentExecutions`; absent: unbounded. */
  reserved: number | undefined;
  deadLetterArn: string | undefined;
  layers: number;
}

export function functionConfig(resource: ResolvedResource): FunctionConfig {
  const { properties } = resource;
  const folder = jsonText(members(properties['Code'])['LocalFolder']);
  if (folder === '')
    throw new Error(
      `${resource.stack}/${resource.logicalId}: the function's code is not an asset of the assembly`,
    );
  const reserved = properties['ReservedConcurrentExecutions'];
  const deadLetterArn = jsonText(members(properties['DeadLetterConfig'])['TargetArn']);
  return {
    name: resource.ref,
    arn: resource.attributes['Arn'] ?? '',
    folder,
    handler: jsonText(properties['Handler']) || 'index.handler',
    runtime: jsonText(properties['Runtime']),
    timeoutSeconds: Number(properties['Timeout'] ?? 3),
    memoryMb: Number(properties['MemorySize'] ?? 128),
    environment: textValues(members(properties['Environment'])['Variables']),
    reserved: reserved === undefined ? undefined : Number(reserved),
    deadLetterArn: deadLetterArn === '' ? undefined : deadLetterArn,
    layers: items(properties['Layers']).length,
  };
}

function textValues(variables: Json | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(members(variables)).map(([name, value]) => [name, jsonText(value)]),
  );
}
