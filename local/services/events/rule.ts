import * as z from 'zod';

const target = z.object({
  Id: z.string(),
  Arn: z.string(),
  RoleArn: z.string().optional(),
  Input: z.string().optional(),
  InputPath: z.string().optional(),
  InputTransformer: z
    .object({ InputPathsMap: z.record(z.string(), z.string()).optional(), InputTemplate: z.string() })
    .optional(),
  SqsParameters: z.object({ MessageGroupId: z.string() }).optional(),
  DeadLetterConfig: z.object({ Arn: z.string().optional() }).optional(),
  RetryPolicy: z
    .object({
      MaximumRetryAttempts: z.coerce.number().int().min(0).max(185).optional(),
      MaximumEventAgeInSeconds: z.coerce.number().int().min(60).max(86_400).optional(),
    })
    .optional(),
});

export const targets = z.array(target);
export type Target = z.output<typeof target>;

/** A rule as stored; its pattern is kept as text and compiled when it is opened. */
export interface Rule {
  name: string;
  arn: string;
  bus: string;
  pattern?: string | undefined;
  schedule?: string | undefined;
  description?: string | undefined;
  enabled: boolean;
  targets: Target[];
}

/** `AWS::Events::Rule`; the same shape as PutRule, with targets. */
export const ruleProperties = z.object({
  Name: z.string().optional(),
  Description: z.string().optional(),
  EventBusName: z.string().default('default'),
  EventPattern: z.union([z.string(), z.record(z.string(), z.json())]).optional(),
  ScheduleExpression: z.string().optional(),
  State: z.enum(['ENABLED', 'DISABLED', 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS']).default('ENABLED'),
  Targets: targets.default([]),
});

export const busProperties = z.object({ Name: z.string().optional() });

export const archiveProperties = z.object({
  ArchiveName: z.string().optional(),
  SourceArn: z.string(),
  EventPattern: z.record(z.string(), z.json()).optional(),
  RetentionDays: z.coerce.number().int().min(0).default(0),
});

/** Bus names may be given as ARNs. */
export function busNameOf(nameOrArn: string): string {
  return nameOrArn.split('/').at(-1) ?? nameOrArn;
}
