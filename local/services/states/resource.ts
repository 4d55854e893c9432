import { StateError } from './state-error.ts';

export type Pattern = 'request' | 'token' | 'sync';

/** A Task's `Resource`, read: which service and action, and when the task is done. */
export interface Resource {
  kind: 'lambda' | 'events' | 'execution' | 'call' | 'function';
  /** As `neighbours.call` knows it, e.g. `dynamodb`. */
  service: string;
  /** In the API's own spelling, e.g. `UpdateItem`. */
  action: string;
  pattern: Pattern;
  /** The start of the error names this integration gives: `DynamoDB.ConditionalCheckFailedException`. */
  errorPrefix: string;
  /** As in history events: `lambda` and `invoke.waitForTaskToken`. */
  resourceType: string;
  resource: string;
  /** For `kind: 'function'`: the function's ARN, called as a resource of its own. */
  functionArn?: string;
}

const FUNCTION_ARN = /^arn:aws[\w-]*:lambda:[\w-]+:\d{12}:function:.+$/;
const INTEGRATION =
  /^arn:aws[\w-]*:states:[\w-]*:\d*:(?:(aws-sdk):)?([a-zA-Z0-9]+):([a-zA-Z]+)(?:\.(waitForTaskToken|sync:2|sync))?$/;

const OPTIMISED: Record<string, { errorPrefix: string; actions: RegExp }> = {
  lambda: { errorPrefix: 'Lambda', actions: /^invoke$/ },
  sqs: { errorPrefix: 'SQS', actions: /^sendMessage$/ },
  sns: { errorPrefix: 'SNS', actions: /^publish$/ },
  events: { errorPrefix: 'EventBridge', actions: /^putEvents$/ },
  dynamodb: { errorPrefix: 'DynamoDB', actions: /^(get|put|update|delete)Item$/ },
  states: { errorPrefix: 'StepFunctions', actions: /^startExecution$/ },
};

/** The Java SDK's spelling of a service, which `aws-sdk` integrations put before their error names. */
const SDK_PREFIXES: Record<string, string> = {
  dynamodb: 'DynamoDb',
  eventbridge: 'EventBridge',
  secretsmanager: 'SecretsManager',
  sesv2: 'SesV2',
  cloudwatch: 'CloudWatch',
};

/** Reads a `Resource`; throws a `StateError` of `States.Runtime` for one that is not emulated. */
export function parseResource(text: string): Resource {
  if (FUNCTION_ARN.test(text)) {
    const shown = { resourceType: 'lambda', resource: text };
    return {
      ...shown,
      kind: 'function',
      service: 'lambda',
      action: 'Invoke',
      pattern: 'request',
      errorPrefix: 'Lambda',
      functionArn: text,
    };
  }
  const [, sdk, service = '', verb = '', suffix] = INTEGRATION.exec(text) ?? refuse(text);
  const pattern = suffix === undefined ? 'request' : suffix === 'waitForTaskToken' ? 'token' : 'sync';
  const action = verb.charAt(0).toUpperCase() + verb.slice(1);
  const resource = suffix === undefined ? verb : `${verb}.${suffix}`;
  if (sdk !== undefined) {
    if (pattern === 'sync') refuse(text);
    const errorPrefix = SDK_PREFIXES[service] ?? service.charAt(0).toUpperCase() + service.slice(1);
    return {
      kind: 'call',
      service,
      action,
      pattern,
      errorPrefix,
      resourceType: `aws-sdk:${service}`,
      resource,
    };
  }
  const known = Object.hasOwn(OPTIMISED, service) ? OPTIMISED[service]! : refuse(text);
  if (!known.actions.test(verb) || (pattern === 'sync' && service !== 'states')) refuse(text);
  const kind =
    service === 'lambda'
      ? 'lambda'
      : service === 'events'
        ? 'events'
        : service === 'states'
          ? 'execution'
          : 'call';
  return { kind, service, action, pattern, errorPrefix: known.errorPrefix, resourceType: service, resource };
}

function refuse(text: string): never {
  throw new StateError('States.Runtime', `The resource '${text}' is not one that is emulated`);
}
