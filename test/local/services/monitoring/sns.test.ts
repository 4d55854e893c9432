import { describe, expect, it } from 'vitest';
import { createSnsService } from '../../../../local/services/monitoring/sns.ts';
import { engineContext } from '../../../support/engine-context.ts';

const TOPIC = 'arn:aws:sns:us-east-1:000000000000:alarms';
const QUEUE = 'arn:aws:sqs:us-east-1:000000000000:pager';

describe('a topic', () => {
  it('keeps what is published in the inbox and passes it to a queue', async () => {
    const context = engineContext();
    const sns = createSnsService(context);
    const resource = { stack: 'test', attributes: {} };
    sns.provision({ ...resource, logicalId: 'Topic', type: 'AWS::SNS::Topic', properties: {}, ref: TOPIC });
    sns.provision({
      ...resource,
      logicalId: 'Pager',
      type: 'AWS::SNS::Subscription',
      properties: { TopicArn: TOPIC, Protocol: 'sqs', Endpoint: QUEUE },
      ref: `${TOPIC}:1`,
    });
    const body = new URLSearchParams({
      Action: 'Publish',
      Version: '2010-03-31',
      TopicArn: TOPIC,
      Message: 'a < b',
      Subject: 's',
    });
    const reply = await sns.handle({
      method: 'POST',
      url: new URL('http://127.0.0.1/'),
      headers: {},
      body: Buffer.from(body.toString()),
    });
    expect(reply.status).toBe(200);
    expect(reply.body).toMatch(/<MessageId>[0-9a-f-]{36}<\/MessageId>/);
    expect(sns.inbox()).toMatchObject([
      { topicArn: TOPIC, subject: 's', message: 'a < b', at: '2026-03-02T15:00:00.000Z' },
    ]);
    expect(context.neighbours.delivered).toMatchObject([
      { targetArn: QUEUE, payload: { Type: 'Notification', Message: 'a < b' } },
    ]);
  });

  it('that does not exist refuses', async () => {
    const sns = createSnsService(engineContext());
    await expect(sns.call('Publish', { TopicArn: TOPIC, Message: 'x' })).rejects.toMatchObject({
      code: 'NotFound',
    });
  });
});
