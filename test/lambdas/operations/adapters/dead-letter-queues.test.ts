import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type DeadLetterQueuesPort,
  sqsDeadLetterQueues,
} from '../../../../lambdas/operations/adapters/dead-letter-queues.ts';
import { createSqsService } from '../../../../local/services/sqs/shell.ts';
import { engineContext } from '../../../support/engine-context.ts';
import { type ServedService, serveService } from '../../../support/serve-service.ts';

/** The real SDK against the local SQS. */
describe('dead-letter queues over SQS', () => {
  const context = engineContext();
  const service = createSqsService(context);
  let served: ServedService;
  let client: SQSClient;
  let queues: DeadLetterQueuesPort;

  const provision = (
    name: string,
    properties: Record<
      string,
      string | number | { deadLetterTargetArn: string; maxReceiveCount: number }
    > = {},
  ) => {
    const arn = `arn:aws:sqs:us-east-1:000000000000:${name}`;
    service.provision({
      stack: 'test',
      logicalId: name,
      type: 'AWS::SQS::Queue',
      properties: { QueueName: name, ...properties },
      ref: `http://127.0.0.1/000000000000/${name}`,
      attributes: { Arn: arn, QueueName: name },
    });
    return arn;
  };

  beforeAll(async () => {
    const deadLetterTargetArn = provision('keyturn-test-loans-evidence-dead-letters');
    provision('keyturn-test-loans-evidence', { RedrivePolicy: { deadLetterTargetArn, maxReceiveCount: 3 } });
    served = await serveService(service);
    client = new SQSClient({ ...served.client, useQueueUrlAsEndpoint: false });
    queues = sqsDeadLetterQueues('keyturn-test-', ['loans-evidence'], client);
  });
  afterAll(async () => {
    client.destroy();
    await served.close();
  });

  const reject = (body: string) =>
    client.send(
      new SendMessageCommand({
        QueueUrl: `${served.client.endpoint}/000000000000/keyturn-test-loans-evidence-dead-letters`,
        MessageBody: body,
        MessageAttributes: { reason: { DataType: 'String', StringValue: 'InvalidRequest' } },
      }),
    );

  it('counts, shows masked, and gives back to the consumer what was rejected by hand', async () => {
    await reject(
      '{"detail-type":"NeedClosed.v1","detail":{"data":{"loanId":"loan_01JD0000000000000000000000"}}}',
    );
    expect(await queues.list()).toMatchObject([{ name: 'loans-evidence', messages: 1, inFlight: 0 }]);

    expect(await queues.inspect('loans-evidence')).toMatchObject([
      {
        reason: 'InvalidRequest',
        detailType: 'NeedClosed.v1',
        ids: { loanId: 'loan_01JD0000000000000000000000' },
      },
    ]);
    expect(await queues.list()).toMatchObject([{ name: 'loans-evidence', messages: 1, inFlight: 0 }]);

    expect(await queues.redrive('loans-evidence', 50)).toEqual({ messages: 1 });
    await context.clock.advance(5_000);
    expect(await queues.list()).toMatchObject([{ name: 'loans-evidence', messages: 0, inFlight: 0 }]);
    expect(
      service.engine.readings().find(({ queueName }) => queueName === 'keyturn-test-loans-evidence'),
    ).toMatchObject({ ApproximateNumberOfMessagesVisible: 1 });
  });

  it('does not know a queue that is not in its list', async () => {
    await expect(queues.inspect('somebody-elses')).rejects.toMatchObject({
      code: 'QueueNotFound',
      kind: 'missing',
    });
  });

  it('says that SQS is away when it does not answer', async () => {
    const away = sqsDeadLetterQueues(
      'keyturn-test-',
      ['loans-evidence'],
      new SQSClient({ ...served.client, endpoint: 'http://127.0.0.1:9', maxAttempts: 1 }),
    );
    await expect(away.list()).rejects.toMatchObject({ code: 'Unavailable', kind: 'unavailable' });
  });
});
