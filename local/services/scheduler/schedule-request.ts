import * as z from 'zod';

const name = z.string().regex(/^[0-9a-zA-Z-_.]{1,64}$/, 'must be 1 to 64 of 0-9 a-z A-Z - _ .');
const instant = z.union([
  z.number().transform((seconds) => Math.round(seconds * 1000)),
  z.iso
    .datetime({ offset: true, local: true })
    .transform((text) => Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`)),
]);

export const targetSchema = z.object({
  Arn: z.string().min(1),
  RoleArn: z.string().min(1),
  Input: z.string().optional(),
  DeadLetterConfig: z.object({ Arn: z.string().optional() }).optional(),
  RetryPolicy: z
    .object({
      MaximumEventAgeInSeconds: z.int().min(60).max(86_400).optional(),
      MaximumRetryAttempts: z.int().min(0).max(185).optional(),
    })
    .optional(),
  EventBridgeParameters: z.object({ DetailType: z.string().min(1), Source: z.string().min(1) }).optional(),
  SqsParameters: z.undefined('message groups of FIFO queues are not emulated').optional(),
});

/** What a schedule is made of, as the API and the template both write it; instants become epoch milliseconds. */
export const scheduleSchema = z.object({
  Name: name,
  GroupName: name.default('default'),
  ScheduleExpression: z.string().min(1).max(256),
  ScheduleExpressionTimezone: z.string().min(1).max(50).default('UTC'),
  StartDate: instant.optional(),
  EndDate: instant.optional(),
  Description: z.string().max(512).optional(),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  KmsKeyArn: z.string().optional(),
  Target: targetSchema,
  FlexibleTimeWindow: z.object({
    Mode: z.enum(['OFF', 'FLEXIBLE']),
    MaximumWindowInMinutes: z.int().min(1).max(1440).optional(),
  }),
  ActionAfterCompletion: z.enum(['NONE', 'DELETE']).default('NONE'),
  ClientToken: z.string().max(64).optional(),
});

export const groupSchema = z.object({
  Name: name,
  Tags: z.array(z.object({ Key: z.string(), Value: z.string() })).optional(),
  ClientToken: z.string().optional(),
});

export type ScheduleRequest = z.output<typeof scheduleSchema>;
export type Target = z.output<typeof targetSchema>;
