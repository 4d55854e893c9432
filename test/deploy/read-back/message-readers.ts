import { CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import {
  DescribeRuleCommand,
  EventBridgeClient,
  ListTargetsByRuleCommand,
} from '@aws-sdk/client-eventbridge';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { callJson } from '../aws-call.ts';
import { type Connection, type Readers, underAskedNames } from './reader.ts';

export function messageReaders({ client, url }: Connection): Readers {
  const queues = new SQSClient({ ...client, useQueueUrlAsEndpoint: false });
  const events = new EventBridgeClient(client);
  const watch = new CloudWatchClient(client);
  return {
    'AWS::SQS::Queue': async (QueueUrl) => {
      const { Attributes: live = {} } = await queues.send(
        new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
      );
      return {
        QueueName: live['QueueArn']?.split(':').at(-1),
        VisibilityTimeout: live['VisibilityTimeout'],
        MessageRetentionPeriod: live['MessageRetentionPeriod'],
        RedrivePolicy: parsed(live['RedrivePolicy']),
        RedriveAllowPolicy: parsed(live['RedriveAllowPolicy']),
        SqsManagedSseEnabled: live['SqsManagedSseEnabled'],
        KmsMasterKeyId: live['KmsMasterKeyId'],
      };
    },
    'AWS::Events::Rule': async (physicalId, { EventBusName }) => {
      const [name = '', bus] = physicalId.split('|').toReversed();
      const EventBusName_ = bus ?? (typeof EventBusName === 'string' ? EventBusName : undefined);
      const at = EventBusName_ === undefined ? {} : { EventBusName: EventBusName_ };
      const rule = await events.send(new DescribeRuleCommand({ Name: name, ...at }));
      const { Targets } = await events.send(new ListTargetsByRuleCommand({ Rule: name, ...at }));
      return { EventPattern: parsed(rule.EventPattern), State: rule.State, Targets };
    },
    'AWS::CloudWatch::Alarm': async (name, properties) => {
      const { MetricAlarms } = await watch.send(new DescribeAlarmsCommand({ AlarmNames: [name] }));
      return underAskedNames(properties, { ...MetricAlarms?.[0] });
    },
    'AWS::Logs::LogGroup': async (name) => {
      const { logGroups = [] } = (await callJson(url, 'logs', 'Logs_20140328.DescribeLogGroups', {
        logGroupNamePrefix: name,
      })) as { logGroups?: Record<string, unknown>[] };
      const live = logGroups.find((group) => group['logGroupName'] === name);
      return {
        LogGroupName: live?.['logGroupName'],
        RetentionInDays: live?.['retentionInDays'],
        KmsKeyId: live?.['kmsKeyId'],
      };
    },
  };
}

const parsed = (text: string | undefined): unknown => (text === undefined ? undefined : JSON.parse(text));
