import { AwsError, type HttpRequest } from '../service.ts';
import { queryOf } from './canonical-query.ts';

export type OperationName =
  | 'ListBuckets'
  | 'HeadBucket'
  | 'GetBucketLocation'
  | 'GetBucketVersioning'
  | 'ListObjectsV2'
  | 'ListObjectVersions'
  | 'DeleteObjects'
  | 'PutObject'
  | 'CopyObject'
  | 'GetObject'
  | 'HeadObject'
  | 'DeleteObject'
  | 'GetObjectTagging'
  | 'PutObjectTagging'
  | 'DeleteObjectTagging'
  | 'GetObjectRetention'
  | 'CreateMultipartUpload'
  | 'UploadPart'
  | 'CompleteMultipartUpload'
  | 'AbortMultipartUpload'
  | 'ListParts';

export interface Operation {
  name: OperationName;
  bucket: string;
  key: string;
  query: Map<string, string>;
}

/** Sub-resources that choose an operation; an unknown one must not fall through to a plain read or write. */
const SUB_RESOURCES = [
  'acl',
  'accelerate',
  'analytics',
  'attributes',
  'cors',
  'delete',
  'encryption',
  'intelligent-tiering',
  'inventory',
  'legal-hold',
  'lifecycle',
  'location',
  'logging',
  'metrics',
  'notification',
  'object-lock',
  'ownershipControls',
  'policy',
  'policyStatus',
  'publicAccessBlock',
  'replication',
  'requestPayment',
  'restore',
  'retention',
  'select',
  'tagging',
  'torrent',
  'uploadId',
  'uploads',
  'versioning',
  'versions',
  'website',
];

const BUCKET_OPERATIONS: Record<string, OperationName> = {
  'HEAD ': 'HeadBucket',
  'GET location': 'GetBucketLocation',
  'GET versioning': 'GetBucketVersioning',
  'GET versions': 'ListObjectVersions',
  'GET ': 'ListObjectsV2',
  'POST delete': 'DeleteObjects',
};

const OBJECT_OPERATIONS: Record<string, OperationName> = {
  'PUT ': 'PutObject',
  'GET ': 'GetObject',
  'HEAD ': 'HeadObject',
  'DELETE ': 'DeleteObject',
  'GET tagging': 'GetObjectTagging',
  'PUT tagging': 'PutObjectTagging',
  'DELETE tagging': 'DeleteObjectTagging',
  'GET retention': 'GetObjectRetention',
  'POST uploads': 'CreateMultipartUpload',
  'PUT uploadId': 'UploadPart',
  'POST uploadId': 'CompleteMultipartUpload',
  'DELETE uploadId': 'AbortMultipartUpload',
  'GET uploadId': 'ListParts',
};

/** Bucket and key of a path-style address. @throws AwsError InvalidURI */
export function addressOf(url: URL): { bucket: string; key: string } {
  const [, bucket = '', ...rest] = url.pathname.split('/');
  try {
    return { bucket: decodeURIComponent(bucket), key: decodeURIComponent(rest.join('/')) };
  } catch {
    throw new AwsError('InvalidURI', "Couldn't parse the specified URI.");
  }
}

/** Which of S3's operations a request is. @throws AwsError NotImplemented, MethodNotAllowed, InvalidURI */
export function operationOf(request: HttpRequest): Operation {
  const { bucket, key } = addressOf(request.url);
  const query = new Map(queryOf(request.url.search));
  const sub = SUB_RESOURCES.find((name) => query.has(name)) ?? '';
  const shared = { bucket, key, query };
  if (bucket === '') {
    if (request.method === 'GET') return { ...shared, name: 'ListBuckets' };
    throw new AwsError('MethodNotAllowed', 'The specified method is not allowed against this resource.', 405);
  }
  const name = (key === '' ? BUCKET_OPERATIONS : OBJECT_OPERATIONS)[`${request.method} ${sub}`];
  const copySource = request.headers['x-amz-copy-source'] !== undefined;
  if (name === 'PutObject' && copySource) return { ...shared, name: 'CopyObject' };
  const oldListing = name === 'ListObjectsV2' && query.get('list-type') !== '2';
  if (name === undefined || oldListing || (name === 'UploadPart' && copySource))
    throw new AwsError(
      'NotImplemented',
      `${request.method} ${key === '' ? 'bucket' : 'object'} ${sub} is not emulated by the local cloud`,
      501,
    );
  return { ...shared, name };
}
