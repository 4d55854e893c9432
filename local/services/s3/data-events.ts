import type { DataEvent } from '../cloudtrail/data-event.ts';
import type { OperationName } from './operation.ts';

export interface S3Access {
  operation: OperationName;
  bucket: string;
  key: string;
  versionId?: string;
  requestId: string;
  userAgent: string;
  /** A signed caller, or a service that acts by itself. */
  by: { principalArn: string; accessKeyId: string } | { invokedBy: string };
  failure?: { code: string; message: string };
}

/** CloudTrail's names where they differ from the SDK's. */
const EVENT_NAMES: Partial<Record<OperationName, string>> = { ListObjectsV2: 'ListObjects' };

/** Bucket-level calls that CloudTrail counts as management events, not data events. */
const MANAGEMENT = new Set<OperationName>(['ListBuckets', 'GetBucketLocation', 'GetBucketVersioning']);

const WRITES = new Set<OperationName>([
  'PutObject',
  'CopyObject',
  'DeleteObject',
  'DeleteObjects',
  'PutObjectTagging',
  'DeleteObjectTagging',
  'CreateMultipartUpload',
  'UploadPart',
  'CompleteMultipartUpload',
  'AbortMultipartUpload',
]);

/** The data event of an S3 call, or none for a management call. */
export function s3DataEvent(access: S3Access): DataEvent | undefined {
  if (MANAGEMENT.has(access.operation)) return undefined;
  const bucketArn = `arn:aws:s3:::${access.bucket}`;
  const object =
    access.key === ''
      ? { type: 'AWS::S3::Object', ARNPrefix: `${bucketArn}/` }
      : { type: 'AWS::S3::Object', ARN: `${bucketArn}/${access.key}` };
  const byService = 'invokedBy' in access.by;
  return {
    eventSource: 's3.amazonaws.com',
    eventName: EVENT_NAMES[access.operation] ?? access.operation,
    requestParameters: {
      bucketName: access.bucket,
      ...(access.key === '' ? {} : { key: access.key }),
      ...(access.versionId === undefined ? {} : { versionId: access.versionId }),
    },
    resources: [object, { type: 'AWS::S3::Bucket', ARN: bucketArn }],
    readOnly: !WRITES.has(access.operation),
    ...access.by,
    sourceIPAddress: byService && 'invokedBy' in access.by ? access.by.invokedBy : '127.0.0.1',
    userAgent: access.userAgent,
    requestId: access.requestId,
    ...(access.failure === undefined
      ? {}
      : { errorCode: access.failure.code, errorMessage: access.failure.message }),
  };
}
