import type { EventPattern } from 'aws-cdk-lib/aws-events';
import type { IBucket } from 'aws-cdk-lib/aws-s3';

/** For a `QueueConsumer` without bus: what GuardDuty found in each object of this bucket. */
export function scanVerdicts(bucket: IBucket): { pattern: EventPattern } {
  return {
    pattern: {
      source: ['aws.guardduty'],
      detailType: ['GuardDuty Malware Protection Object Scan Result'],
      detail: { s3ObjectDetails: { bucketName: [bucket.bucketName] } },
    },
  };
}
