import * as z from 'zod';

const S3Object = z.object({
  Bucket: z.string().min(3),
  Name: z.string().min(1),
  Version: z.string().optional(),
});

export type S3Location = z.infer<typeof S3Object>;

/** `Bytes` is base64 on the wire. */
const Document = z
  .object({ Bytes: z.base64().optional(), S3Object: S3Object.optional() })
  .refine(
    (document) => (document.Bytes === undefined) !== (document.S3Object === undefined),
    'one of Bytes and S3Object',
  );

export type DocumentInput = z.infer<typeof Document>;

export const DetectInput = z.object({ Document });

export const AnalyzeInput = z.object({
  Document,
  FeatureTypes: z.array(z.enum(['TABLES', 'FORMS', 'QUERIES', 'SIGNATURES', 'LAYOUT'])).min(1),
});

export const StartInput = z.object({
  DocumentLocation: z.object({ S3Object }),
  ClientRequestToken: z
    .string()
    .regex(/^[a-zA-Z0-9-_]{1,64}$/)
    .optional(),
  JobTag: z
    .string()
    .regex(/^[a-zA-Z0-9_.\-:]{1,64}$/)
    .optional(),
  NotificationChannel: z.object({ RoleArn: z.string(), SNSTopicArn: z.string() }).optional(),
});

export type StartInput = z.infer<typeof StartInput>;

export const GetInput = z.object({
  JobId: z.string().min(1).max(64),
  MaxResults: z.int().positive().optional(),
  NextToken: z.string().max(1024).optional(),
});
