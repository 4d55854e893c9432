import { jsonText } from '../../runtime/json-text.ts';
import type { IdentityTable } from '../identity-table.ts';

/** Queues, buses, rules, schedules, topics. */
export const eventIdentities: IdentityTable = {
  'AWS::SQS::Queue': (input) => {
    const name = input.nameFrom('QueueName');
    const url = `${input.awsEndpoint}/${input.account}/${name}`;
    return { ref: url, attributes: { Arn: input.arn('sqs', name), QueueName: name, QueueUrl: url } };
  },
  'AWS::Events::EventBus': (input) => {
    const name = input.nameFrom('Name');
    return { ref: name, attributes: { Arn: input.arn('events', `event-bus/${name}`), Name: name } };
  },
  'AWS::Events::Rule': (input) => {
    const name = input.nameFrom('Name');
    const bus =
      jsonText(input.property('EventBusName') ?? 'default')
        .split('/')
        .at(-1) ?? 'default';
    const path = bus === 'default' ? name : `${bus}/${name}`;
    return { ref: path.replace('/', '|'), attributes: { Arn: input.arn('events', `rule/${path}`) } };
  },
  'AWS::Events::Archive': (input) => {
    const name = input.nameFrom('ArchiveName');
    return { ref: name, attributes: { Arn: input.arn('events', `archive/${name}`), ArchiveName: name } };
  },
  'AWS::Scheduler::ScheduleGroup': (input) => {
    const name = input.nameFrom('Name');
    return { ref: name, attributes: { Arn: input.arn('scheduler', `schedule-group/${name}`) } };
  },
  'AWS::Scheduler::Schedule': (input) => {
    const name = input.nameFrom('Name');
    const group = jsonText(input.property('GroupName') ?? 'default');
    return { ref: name, attributes: { Arn: input.arn('scheduler', `schedule/${group}/${name}`) } };
  },
  'AWS::SNS::Topic': (input) => {
    const name = input.nameFrom('TopicName');
    const arn = input.arn('sns', name);
    return { ref: arn, attributes: { TopicArn: arn, TopicName: name } };
  },
};
