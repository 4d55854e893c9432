import { AwsError, type EngineContext, type EventEntry, type Json } from '../service.ts';
import type { Live, Runtime } from './live-execution.ts';
import type { Call } from './records.ts';
import type { Resource } from './resource.ts';
import { StateError } from './state-error.ts';

type Fields = Record<string, Json>;

/** Calls the service behind a Task and gives its reply in the integration's shape; rejects with a `StateError` named as AWS names it. */
export async function integrate(runtime: Runtime, live: Live, resource: Resource, call: Call): Promise<Json> {
  const { context } = runtime;
  try {
    if (resource.kind === 'function') return await invoke(context, resource.functionArn!, call.args);
    const args = fieldsOf(call.args, resource);
    if (resource.kind === 'lambda') return await invokeFunction(context, args);
    if (resource.kind === 'events') return await putEvents(context, live, args);
    if (resource.kind === 'execution') return startChild(runtime, live, args, call);
    return await context.neighbours.call(resource.service, resource.action, withTextBody(resource, args));
  } catch (error) {
    throw error instanceof StateError ? error : serviceError(resource, error);
  }
}

async function invokeFunction(context: EngineContext, args: Fields): Promise<Json> {
  const name = args['FunctionName'];
  if (typeof name !== 'string') throw new AwsError('ValidationException', 'FunctionName is missing');
  const arn = name.startsWith('arn:')
    ? name
    : `arn:aws:lambda:${context.region}:${context.account}:function:${name}`;
  const payload = args['Payload'] ?? {};
  if (args['InvocationType'] === 'Event') {
    context.neighbours.invoke(arn, payload).catch((error: unknown) => {
      context.log('an asynchronous invocation failed', { function: arn, error: String(error) });
    });
    return { StatusCode: 202 };
  }
  return { ExecutedVersion: '$LATEST', Payload: await invoke(context, arn, payload), StatusCode: 200 };
}

/** The function's own error keeps its `errorType` as the name; the cause is the error object as text. */
async function invoke(context: EngineContext, functionArn: string, payload: Json): Promise<Json> {
  const outcome = await context.neighbours.invoke(functionArn, payload);
  if (outcome.functionError === undefined) return outcome.payload;
  const shown = outcome.payload;
  const errorType =
    shown !== null && typeof shown === 'object' && !Array.isArray(shown) ? shown['errorType'] : undefined;
  throw new StateError(typeof errorType === 'string' ? errorType : 'Lambda.Unknown', JSON.stringify(shown));
}

/** Step Functions adds the ARNs of execution and machine to each entry's resources. */
async function putEvents(context: EngineContext, live: Live, args: Fields): Promise<Json> {
  const entries = Array.isArray(args['Entries']) ? args['Entries'] : [];
  const { arn, machineArn } = live.record;
  await context.neighbours.putEvents(entries.map((entry) => eventEntry(entry as Fields, [arn, machineArn])));
  return { Entries: entries.map(() => ({ EventId: context.random.uuid() })), FailedEntryCount: 0 };
}

function eventEntry(entry: Fields, added: string[]): EventEntry {
  const { Source, DetailType, Detail, EventBusName, Resources } = entry;
  if (typeof Source !== 'string' || typeof DetailType !== 'string')
    throw new AwsError('ValidationException', 'an event entry needs Source and DetailType');
  return {
    source: Source,
    detailType: DetailType,
    detail: typeof Detail === 'string' ? (JSON.parse(Detail) as Json) : (Detail ?? {}),
    busName:
      typeof EventBusName === 'string' ? EventBusName.slice(EventBusName.lastIndexOf('/') + 1) : 'default',
    resources: [...(Array.isArray(Resources) ? Resources.map(String) : []), ...added],
  };
}

/** After a crash the same child may be there already: its name was recorded before the first start. */
function startChild(runtime: Runtime, live: Live, args: Fields, call: Call): Json {
  const { StateMachineArn, Name, Input } = args;
  const known = call.child === undefined ? undefined : runtime.ledger.execution(call.child);
  if (known?.parent === live.record.arn)
    return { ExecutionArn: known.arn, StartDate: known.startedAt / 1000 };
  if (typeof StateMachineArn !== 'string')
    throw new AwsError('ValidationException', 'StateMachineArn is missing');
  const input = typeof Input === 'string' ? (JSON.parse(Input) as Json) : (Input ?? {});
  const { executionArn, startedAt } = runtime.startExecution({
    machineArn: StateMachineArn,
    input,
    ...(typeof Name === 'string' && { name: Name }),
    ...(call.child !== undefined && { parent: live.record.arn }),
  });
  return { ExecutionArn: executionArn, StartDate: startedAt / 1000 };
}

/** The optimised SQS and SNS integrations take an object where the API takes text. */
function withTextBody(resource: Resource, args: Fields): Fields {
  const field =
    resource.action === 'SendMessage' ? 'MessageBody' : resource.action === 'Publish' ? 'Message' : undefined;
  const body = field === undefined ? undefined : args[field];
  if (resource.resourceType.startsWith('aws-sdk:') || field === undefined || typeof body === 'string')
    return args;
  return { ...args, [field]: JSON.stringify(body ?? null) };
}

function fieldsOf(args: Json, resource: Resource): Fields {
  if (args !== null && typeof args === 'object' && !Array.isArray(args)) return args;
  throw new StateError(
    'States.Runtime',
    `The arguments of ${resource.resourceType}:${resource.resource} are not an object`,
  );
}

/** `Lambda.TooManyRequestsException`, `DynamoDB.ConditionalCheckFailedException`, `S3.NoSuchKeyException`. */
function serviceError(resource: Resource, error: unknown): StateError {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof AwsError))
    return new StateError(`${resource.errorPrefix}.SdkClientException`, message);
  const code = error.code.split('.').at(-1) ?? error.code;
  const name = code.endsWith('Exception') ? code : `${code}Exception`;
  const { service, action } = resource;
  return new StateError(
    `${resource.errorPrefix}.${name}`,
    `${message} (Service: ${service}, Action: ${action}, Status Code: ${error.status})`,
  );
}
