import type { EventEntry, Json, LocalService, Neighbours } from '../services/service.ts';
import { AwsError } from '../services/service.ts';
import type { LambdaEngine } from '../services/lambda/engine.ts';
import { jsonText, members } from './json-text.ts';
import type { Meter } from './meter.ts';
import { callBySdk } from './sdk-call.ts';

export interface NeighbourParts {
  service(name: string): LocalService | undefined;
  lambda(): LambdaEngine;
  publish(entries: EventEntry[]): void;
  meter: Meter;
  awsEndpoint: string;
  region: string;
  account: string;
}

type Call = (action: string, input: Json) => Promise<Json>;

/** Names that state machines and schedules use for services, where they are not the signing name. */
const signingNames: Record<string, string> = {
  eventbridge: 'events',
  sfn: 'states',
  cloudwatch: 'monitoring',
  sesv2: 'ses',
  'secrets-manager': 'secretsmanager',
};

/** Connects the services of one host with each other, in the process where they can, by the SDK where they cannot. */
export function hostNeighbours(parts: NeighbourParts): Neighbours {
  const call: Neighbours['call'] = async (name, action, input) => {
    const lower = name.toLowerCase();
    const serviceName = signingNames[lower] ?? lower;
    const operation = action.charAt(0).toUpperCase() + action.slice(1);
    const service: (LocalService & { call?: Call }) | undefined = parts.service(serviceName);
    if (service === undefined)
      throw new AwsError('UnknownOperationException', `${serviceName} is not emulated`);
    if (serviceName === 'lambda' && operation === 'Invoke') return await invokeAction(input);
    if (service.call === undefined) return await callBySdk(serviceName, operation, input, parts);
    parts.meter.call(serviceName, operation, undefined);
    return await service.call(operation, input);
  };

  async function invokeAction(input: Json): Promise<Json> {
    const { FunctionName, Payload = {}, InvocationType } = members(input);
    const payload = typeof Payload === 'string' ? (JSON.parse(Payload) as Json) : Payload;
    if (InvocationType === 'Event') {
      parts.lambda().invokeLater(jsonText(FunctionName), payload);
      return { StatusCode: 202 };
    }
    const outcome = await parts.lambda().invoke(jsonText(FunctionName), payload);
    return {
      StatusCode: 200,
      ExecutedVersion: '$LATEST',
      Payload: outcome.payload,
      ...(outcome.functionError && { FunctionError: outcome.functionError }),
    };
  }

  const deliver: Neighbours['deliver'] = async (targetArn, payload) => {
    const [, , service = '', , , ...rest] = targetArn.split(':');
    const text = JSON.stringify(payload);
    if (service === 'sqs') {
      await call('sqs', 'SendMessage', {
        QueueUrl: `${parts.awsEndpoint}/${parts.account}/${rest.join(':')}`,
        MessageBody: text,
      });
    } else if (service === 'lambda') {
      parts.lambda().invokeLater(targetArn, payload);
    } else if (service === 'states') {
      await call('states', 'StartExecution', { stateMachineArn: targetArn, input: text });
    } else if (service === 'sns') {
      await call('sns', 'Publish', { TopicArn: targetArn, Message: text });
    } else if (service === 'events') {
      await call('events', 'PutEvents', { Entries: [forwarded(targetArn, payload)] });
    } else if (service === 'scheduler' && rest.join(':').startsWith('aws-sdk:')) {
      const [, sdkService = '', action = ''] = rest.join(':').split(':');
      await call(sdkService, action, payload);
    } else {
      throw new AwsError('ValidationException', `nothing here takes deliveries for ${targetArn}`);
    }
  };

  return {
    call,
    deliver,
    invoke: async (functionArn, payload) => await parts.lambda().invoke(functionArn, payload),
    putEvents: async (entries) => parts.publish(entries),
  };
}

/** An event that one bus hands to another keeps what it says. */
function forwarded(busArn: string, payload: Json): Json {
  const event = members(payload);
  return {
    EventBusName: busArn,
    Source: event['source'] ?? '',
    DetailType: event['detail-type'] ?? '',
    Detail: JSON.stringify(event['detail'] ?? {}),
    Resources: event['resources'] ?? [],
  };
}
