import * as z from 'zod';

const json = z.json();
const assign = z.record(
  z.string().regex(/^[\p{ID_Start}_][\p{ID_Continue}]{0,79}$/u, 'is not a variable name'),
  json,
);
const expression = z.string().regex(/^\{%[\s\S]*%\}$/, 'must be a JSONata expression in {% %}');
const seconds = z.union([z.int().min(0).max(99_999_999), expression]);
const name = z.string().min(1).max(80);

const common = { Comment: z.string().optional(), QueryLanguage: z.literal('JSONata').optional() };
const written = { ...common, Assign: assign.optional(), Output: json.optional() };
const step = { ...written, Next: name.optional(), End: z.boolean().optional() };

const errorEquals = z.array(z.string().min(1)).min(1);
const retrier = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals: errorEquals,
  IntervalSeconds: z.int().min(1).max(99_999_999).optional(),
  MaxAttempts: z.int().min(0).max(99_999_999).optional(),
  BackoffRate: z.number().min(1).optional(),
  MaxDelaySeconds: z.int().min(1).max(31_622_399).optional(),
  JitterStrategy: z.enum(['FULL', 'NONE']).optional(),
});
const catcher = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals: errorEquals,
  Next: name,
  Assign: assign.optional(),
  Output: json.optional(),
});
const fallible = { Retry: z.array(retrier).optional(), Catch: z.array(catcher).optional() };

const choiceRule = z.strictObject({
  Comment: z.string().optional(),
  Condition: z.union([z.boolean(), expression]),
  Next: name,
  Assign: assign.optional(),
  Output: json.optional(),
});

const region = {
  States: z.record(
    name,
    z.lazy((): z.ZodType => state),
  ),
  StartAt: name,
};

const processor = z.strictObject({
  ...region,
  Comment: z.string().optional(),
  ProcessorConfig: z
    .strictObject({ Mode: z.literal('INLINE', 'only inline Map is emulated').optional() })
    .optional(),
});

const state: z.ZodType = z.discriminatedUnion('Type', [
  z.strictObject({ Type: z.literal('Pass'), ...step }),
  z.strictObject({
    Type: z.literal('Task'),
    ...step,
    ...fallible,
    Resource: z.string().min(1),
    Arguments: json.optional(),
    TimeoutSeconds: seconds.optional(),
    HeartbeatSeconds: seconds.optional(),
  }),
  z.strictObject({
    Type: z.literal('Choice'),
    ...written,
    Choices: z.array(choiceRule).min(1),
    Default: name.optional(),
  }),
  z.strictObject({
    Type: z.literal('Wait'),
    ...step,
    Seconds: seconds.optional(),
    Timestamp: z.string().optional(),
  }),
  z.strictObject({ Type: z.literal('Succeed'), ...common, Output: json.optional() }),
  z.strictObject({
    Type: z.literal('Fail'),
    ...common,
    Error: z.string().optional(),
    Cause: z.string().optional(),
  }),
  z.strictObject({
    Type: z.literal('Parallel'),
    ...step,
    ...fallible,
    Arguments: json.optional(),
    Branches: z.array(z.strictObject({ ...region, Comment: z.string().optional() })).min(1),
  }),
  z.strictObject({
    Type: z.literal('Map'),
    ...step,
    ...fallible,
    Items: json.optional(),
    ItemSelector: json.optional(),
    MaxConcurrency: z.union([z.int().min(0), expression]).optional(),
    ItemProcessor: processor,
  }),
]);

/** A definition in the JSONata dialect; unknown fields (JSONPath's too) are refused, as AWS refuses them at creation. */
export const machineShape = z.strictObject({
  Comment: z.string().optional(),
  Version: z.literal('1.0').optional(),
  QueryLanguage: z.literal('JSONata', 'only the JSONata dialect is emulated'),
  TimeoutSeconds: z.int().min(1).max(99_999_999).optional(),
  ...region,
});
