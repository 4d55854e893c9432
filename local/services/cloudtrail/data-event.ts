import type { Json } from '../service.ts';

/** A data-plane call as its service tells it to the trail; holds names and keys only, never contents. */
export interface DataEvent {
  /** e.g. `s3.amazonaws.com`, `dynamodb.amazonaws.com` */
  eventSource: string;
  /** e.g. `GetObject`, `PutItem` */
  eventName: string;
  /** e.g. `{ bucketName, key }`, `{ tableName, key }` */
  requestParameters: { [name: string]: Json };
  resources: { type: string; ARN?: string; ARNPrefix?: string }[];
  readOnly: boolean;
  /** ARN of the caller; absent for a service that acts by itself (`invokedBy`). */
  principalArn?: string;
  accessKeyId?: string;
  /** e.g. `guardduty.amazonaws.com` */
  invokedBy?: string;
  sourceIPAddress: string;
  userAgent: string;
  requestId: string;
  errorCode?: string;
  errorMessage?: string;
}

export type RecordDataEvent = (event: DataEvent) => void;
