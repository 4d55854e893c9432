/** As SQS's JSON protocol carries it; binary values stay base64. */
export interface MessageAttribute {
  DataType: string;
  StringValue?: string | undefined;
  BinaryValue?: string | undefined;
}

/** One stored message; a duplicate made by a fault switch is a message of its own under the same `id`. */
export interface Message {
  /** Unique and ascending within the queue. */
  seq: number;
  id: string;
  body: string;
  bodyMd5: string;
  attributes?: Record<string, MessageAttribute> | undefined;
  traceHeader?: string | undefined;
  sentAt: number;
  /** Hidden until then: delayed when never received, else in flight. */
  visibleAt: number;
  receives: number;
  firstReceivedAt?: number | undefined;
  /** Of the newest receive; an older receipt neither deletes nor hides. */
  receipt?: string;
  group?: string | undefined;
  dedup?: string | undefined;
  sequenceNumber?: string | undefined;
  /** ARN of the queue whose redrive policy brought it here. */
  deadLetterSource?: string | undefined;
}
