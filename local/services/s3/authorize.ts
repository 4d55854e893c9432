import type { Bucket } from './bucket.ts';
import { enforceDenials, type PolicyStatement } from './bucket-policy.ts';
import type { Upload } from './multipart-engine.ts';
import type { S3Parts } from './object-engine.ts';
import type { Operation, OperationName } from './operation.ts';
import type { Caller } from './signature.ts';

/** IAM's name for each operation; of the two, the second applies when a version is named. */
export const ACTIONS: Record<OperationName, [string] | [string, string]> = {
  ListBuckets: ['s3:ListAllMyBuckets'],
  HeadBucket: ['s3:ListBucket'],
  GetBucketLocation: ['s3:GetBucketLocation'],
  GetBucketVersioning: ['s3:GetBucketVersioning'],
  ListObjectsV2: ['s3:ListBucket'],
  ListObjectVersions: ['s3:ListBucketVersions'],
  DeleteObjects: ['s3:DeleteObjects'],
  PutObject: ['s3:PutObject'],
  CopyObject: ['s3:PutObject'],
  GetObject: ['s3:GetObject', 's3:GetObjectVersion'],
  HeadObject: ['s3:GetObject', 's3:GetObjectVersion'],
  DeleteObject: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
  GetObjectTagging: ['s3:GetObjectTagging', 's3:GetObjectVersionTagging'],
  PutObjectTagging: ['s3:PutObjectTagging', 's3:PutObjectVersionTagging'],
  DeleteObjectTagging: ['s3:DeleteObjectTagging', 's3:DeleteObjectVersionTagging'],
  GetObjectRetention: ['s3:GetObjectRetention'],
  CreateMultipartUpload: ['s3:PutObject'],
  UploadPart: ['s3:PutObject'],
  CompleteMultipartUpload: ['s3:PutObject'],
  AbortMultipartUpload: ['s3:AbortMultipartUpload'],
  ListParts: ['s3:ListMultipartUploadParts'],
};

export function actionOf({ name, query }: Operation): string {
  const [plain, versioned] = ACTIONS[name];
  return query.has('versionId') && versioned !== undefined ? versioned : plain;
}

/**
 * Applies the bucket policy's Deny statements. A signed caller is otherwise allowed: identity policies are not emulated.
 * @throws AwsError AccessDenied
 */
export function authorizeBy(
  { context }: S3Parts,
  caller: Caller,
  operation: Operation,
  headers: Record<string, string>,
): (action: string, bucket: string, key: string) => void {
  return (action, bucketName, key) => {
    const statements = context.store.get<PolicyStatement[]>('s3.policies', bucketName);
    const bucket = context.store.get<Bucket>('s3.buckets', bucketName);
    if (statements === undefined || bucket === undefined) return;
    enforceDenials(statements, {
      action,
      resourceArn: key === '' ? bucket.arn : `${bucket.arn}/${key}`,
      principalArn: caller.arn,
      account: context.account,
      keys: {
        'aws:securetransport': 'true', // loopback stands for TLS
        's3:tlsversion': '1.3',
        'aws:principalarn': caller.arn,
        'aws:principalaccount': context.account,
        'aws:sourceip': '127.0.0.1',
        's3:authtype': caller.authType,
        's3:signatureversion': 'AWS4-HMAC-SHA256',
        's3:signatureage': String(caller.signatureAgeMs),
        's3:versionid': operation.query.get('versionId'),
        's3:x-amz-acl': headers['x-amz-acl'],
        's3:x-amz-content-sha256': headers['x-amz-content-sha256'],
        ...encryptionKeys(context, operation, headers),
      },
    });
  };
}

/** Parts of an upload stand under the encryption with which it was created. */
function encryptionKeys(
  { store }: S3Parts['context'],
  operation: Operation,
  headers: Record<string, string>,
): Record<string, string | undefined> {
  const [algorithm, keyId] = [
    's3:x-amz-server-side-encryption',
    's3:x-amz-server-side-encryption-aws-kms-key-id',
  ] as const;
  const upload = store.get<Upload>('s3.uploads', operation.query.get('uploadId') ?? '');
  if (upload !== undefined)
    return { [algorithm]: upload.encryption.algorithm, [keyId]: upload.encryption.kmsKeyArn };
  return {
    [algorithm]: headers['x-amz-server-side-encryption'],
    [keyId]: headers['x-amz-server-side-encryption-aws-kms-key-id'],
  };
}
