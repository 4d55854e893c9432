import { Bucket } from 'aws-cdk-lib/aws-s3';
import { expect, it } from 'vitest';
import { QueueConsumer } from '../../../lib/constructs/queue-consumer.ts';
import { scanVerdicts } from '../../../lib/constructs/scan-verdicts.ts';
import { resourcesOf, testStack } from '../../support/templates.ts';

it('puts the verdicts on one bucket’s objects from the default bus into a queue', () => {
  const stack = testStack();
  const bucket = new Bucket(stack, 'Quarantine');
  new QueueConsumer<{ TABLE: string }>(stack, 'Scanned', {
    capability: 'documents',
    handler: 'on-upload-scanned',
    impact: 'Uploaded documents are never read.',
    events: scanVerdicts(bucket),
    environment: { TABLE: 'entities' },
  });
  const rule = resourcesOf(stack, 'AWS::Events::Rule')[0]?.properties;
  expect(rule).not.toHaveProperty('EventBusName');
  expect(rule).toMatchObject({
    EventPattern: {
      source: ['aws.guardduty'],
      detail: { s3ObjectDetails: { bucketName: [stack.resolve(bucket.bucketName)] } },
    },
  });
});
