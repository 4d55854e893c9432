import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { keyturn } from '../../lib/app.ts';
import { HouseStack } from '../../lib/house-stack.ts';
import {
  list,
  resourcesOf,
  roleStatements,
  statementsOf,
  withoutBundles,
  type Resource,
} from '../support/templates.ts';

// Building a whole environment takes a second alone, and many beside other suites.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const runbooks = join(import.meta.dirname, '..', '..', 'docs', 'runbooks');
/** Actions that have no resource to name: X-Ray, the delivery of Step Functions' logs, the list of streams, Textract. */
const withoutResource =
  /^(xray:(PutTraceSegments|PutTelemetryRecords|GetSamplingRules|GetSamplingTargets)|logs:(CreateLogDelivery|GetLogDelivery|UpdateLogDelivery|DeleteLogDelivery|ListLogDeliveries|PutResourcePolicy|DescribeResourcePolicies|DescribeLogGroups)|dynamodb:ListStreams|textract:(DetectDocumentText|AnalyzeDocument|StartLendingAnalysis|GetLendingAnalysis|GetLendingAnalysisSummary))$/;

const keptTypes = new Set([
  'AWS::DynamoDB::GlobalTable',
  'AWS::S3::Bucket',
  'AWS::KMS::Key',
  'AWS::Cognito::UserPool',
  'AWS::Logs::LogGroup',
]);
interface Kept {
  Type: string;
  DeletionPolicy?: string;
}

let stacks: HouseStack[];
let all: Resource[];

beforeAll(async () => {
  const app = await keyturn({ context: { ...withoutBundles, stage: 'prod' } });
  stacks = app.node.children.filter((stack) => stack instanceof HouseStack);
  all = stacks.flatMap((stack) => resourcesOf(stack));
});

const of = (type: string) => all.filter((resource) => resource.type === type);
const named = ({ stack, id }: Resource) => `${stack}/${id}`;
const text = (value: unknown) => JSON.stringify(value);

describe('all stacks of prod', () => {
  it('have fewer than 400 resources each and no custom resource', () => {
    for (const { stackName } of stacks)
      expect(all.filter(({ stack }) => stack === stackName).length, stackName).toBeLessThan(400);
    expect(
      all.filter(({ type }) => type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource'),
    ).toEqual([]);
  });

  it('give every queue a dead-letter queue, except dead-letter queues', () => {
    const bare = of('AWS::SQS::Queue').filter(({ properties }) => properties['RedrivePolicy'] === undefined);
    for (const queue of bare) expect(queue.properties['QueueName'], named(queue)).toMatch(/-dead-letters$/);
  });

  it('hide a message for at least six times the time-out of its function', () => {
    let checked = 0;
    for (const mapping of of('AWS::Lambda::EventSourceMapping')) {
      const queue = of('AWS::SQS::Queue').find(
        ({ stack, id }) =>
          stack === mapping.stack && text(mapping.properties['EventSourceArn']).includes(`"${id}"`),
      );
      if (queue === undefined) continue;
      const lambda = of('AWS::Lambda::Function').find(
        ({ stack, id }) =>
          stack === mapping.stack && text(mapping.properties['FunctionName']).includes(`"${id}"`),
      );
      expect(queue.properties['VisibilityTimeout'], named(queue)).toBeGreaterThanOrEqual(
        6 * Number(lambda?.properties['Timeout']),
      );
      checked += 1;
    }
    const mapped = of('AWS::SQS::Queue').filter(
      ({ properties }) => properties['RedrivePolicy'] !== undefined,
    );
    expect(checked).toBe(mapped.length);
  });

  it('keep every bucket under KMS, private and TLS only', () => {
    const buckets = of('AWS::S3::Bucket');
    expect(buckets.length).toBeGreaterThanOrEqual(5);
    for (const bucket of buckets) {
      expect(text(bucket.properties['BucketEncryption']), named(bucket)).toContain(
        '"SSEAlgorithm":"aws:kms"',
      );
      expect(bucket.properties['PublicAccessBlockConfiguration'], named(bucket)).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      const policy = of('AWS::S3::BucketPolicy').find(
        ({ stack, properties }) =>
          stack === bucket.stack && text(properties['Bucket']).includes(`"${bucket.id}"`),
      );
      const refusals = statementsOf(policy?.properties['PolicyDocument']).filter(
        ({ Effect }) => Effect === 'Deny',
      );
      expect(
        refusals.some(({ Condition }) => Condition?.['Bool']?.['aws:SecureTransport'] === 'false'),
        named(bucket),
      ).toBe(true);
    }
  });

  it('give every alarm a runbook that is there, and an action', () => {
    const alarms = of('AWS::CloudWatch::Alarm');
    expect(alarms.length).toBeGreaterThan(0);
    for (const alarm of alarms) {
      const runbook = /Runbook: docs\/runbooks\/(\S+)\.md$/.exec(
        String(alarm.properties['AlarmDescription']),
      )?.[1];
      expect(existsSync(join(runbooks, `${runbook}.md`)), named(alarm)).toBe(true);
      expect(alarm.properties['AlarmActions'], named(alarm)).toHaveLength(1);
    }
  });

  it('encrypt every log group and let none keep for ever', () => {
    for (const group of of('AWS::Logs::LogGroup')) {
      expect(group.properties['KmsKeyId'], named(group)).toBeDefined();
      expect(group.properties['RetentionInDays'], named(group)).toEqual(expect.any(Number));
    }
  });

  it('let nothing be lost: data is retained and neither tables nor stacks can be deleted by one command', () => {
    for (const table of of('AWS::DynamoDB::GlobalTable')) {
      expect(text(table.properties['Replicas']), named(table)).toContain('"DeletionProtectionEnabled":true');
      expect(text(table.properties['Replicas']), named(table)).toContain('"PointInTimeRecoveryEnabled":true');
    }
    for (const pool of of('AWS::Cognito::UserPool'))
      expect(pool.properties['DeletionProtection']).toBe('ACTIVE');
    expect(stacks.filter(({ terminationProtection }) => terminationProtection !== true)).toEqual([]);
    const templates = stacks.map(
      (stack) => Template.fromStack(stack).toJSON() as { Resources: Record<string, Kept> },
    );
    const data = templates
      .flatMap(({ Resources }) => Object.values(Resources))
      .filter(({ Type }) => keptTypes.has(Type));
    expect(data.length).toBeGreaterThan(20);
    expect(data.filter(({ DeletionPolicy = '' }) => !DeletionPolicy.startsWith('Retain'))).toEqual([]);
  });
});

describe('the roles of prod', () => {
  it('name their actions', () => {
    for (const statement of stacks.flatMap(roleStatements)) {
      for (const action of statement.actions)
        expect(action, `${statement.stack}/${statement.policy}`).not.toContain('*');
    }
  });

  it('name their resources, except for actions that have none', () => {
    for (const { actions, resources, policy } of stacks.flatMap(roleStatements)) {
      if (!resources.includes('*')) continue;
      for (const action of actions) expect(action, policy).toMatch(withoutResource);
    }
  });

  it('may list a bucket wherever they ask for the head of its objects, or a missing one is "forbidden"', () => {
    const steps = stacks.flatMap(roleStatements).filter(({ policy }) => policy.startsWith('PassToClean'));
    for (const bucket of ['Quarantine', 'Documents']) {
      const listing = steps.filter(({ actions }) => actions.includes('s3:ListBucket'));
      expect(
        listing.some(({ resources }) => text(resources).includes(bucket)),
        bucket,
      ).toBe(true);
    }
  });

  it('may end a wait wherever a story ends one', () => {
    const policies = stacks
      .flatMap(roleStatements)
      .filter(({ actions }) => actions.includes('states:SendTaskSuccess'))
      .map(({ policy }) => policy.replace(/RoleDefaultPolicy.*$/, ''));
    expect(policies.toSorted()).toEqual([
      'AwaitGuard',
      'AwaitReview',
      'DocumentReviewed',
      'LoanEnded',
      'RoadFactsChanged',
      'StageChanged',
      'UploadScanned',
    ]);
  });

  it('are never shared and never managed, but for the gateway’s account-wide log role', () => {
    const managed = of('AWS::IAM::Role').filter(
      ({ properties }) => properties['ManagedPolicyArns'] !== undefined,
    );
    expect(managed.map(({ stack, id }) => [stack, id.replace(/[0-9A-F]{8}$/, '')])).toEqual([
      ['keyturn-prod-api', 'ApiCloudWatchRole'],
    ]);
    const roles = of('AWS::Lambda::Function').map(
      ({ stack, properties }) => `${stack} ${text(properties['Role'])}`,
    );
    expect(new Set(roles).size).toBe(roles.length);
  });

  it('are taken by a service only for a thing of this account, wherever the service says whose it is', () => {
    // Lambda and API Gateway's account-wide log writer name no source when they take a role.
    const silent = new Set(['lambda.amazonaws.com', 'apigateway.amazonaws.com']);
    const checked = new Set<string>();
    for (const role of of('AWS::IAM::Role')) {
      for (const { Principal, Condition } of statementsOf(role.properties['AssumeRolePolicyDocument'])) {
        const service = String((Principal as { Service?: unknown } | undefined)?.Service);
        if (silent.has(service)) continue;
        expect(Condition?.['StringEquals'], named(role)).toHaveProperty(['aws:SourceAccount']);
        expect(Condition?.['ArnLike'], named(role)).toHaveProperty(['aws:SourceArn']);
        checked.add(service);
      }
    }
    expect([...checked].toSorted()).toEqual([
      'malware-protection-plan.guardduty.amazonaws.com',
      'scheduler.amazonaws.com',
      'states.amazonaws.com',
    ]);
  });

  it('may put into the ledger or read it, and none may change or delete an entry', () => {
    const onLedger = stacks
      .flatMap(roleStatements)
      .filter(({ resources }) => /AuditLedger/.test(text(resources)));
    const writes = new Set(
      onLedger.flatMap(({ actions }) => actions.filter((action) => action.startsWith('dynamodb:'))),
    );
    expect(onLedger.length).toBeGreaterThan(0);
    for (const action of writes) {
      expect(action).toMatch(
        /^dynamodb:(PutItem|ConditionCheckItem|GetItem|Query|DescribeStream|GetRecords|GetShardIterator)$/,
      );
    }
  });

  it('write the ledger only where they commit transactions', () => {
    const rolesThatWrite = new Set(
      stacks
        .flatMap(roleStatements)
        .filter(
          ({ actions, resources }) =>
            actions.includes('dynamodb:PutItem') && /AuditLedger/.test(text(resources)),
        )
        .map(({ policy }) => policy),
    );
    const rolesThatCommit = new Set(
      stacks
        .flatMap(roleStatements)
        .filter(({ actions }) => actions.includes('kms:GenerateMac'))
        .map(({ policy }) => policy),
    );
    expect([...rolesThatWrite].filter((policy) => !rolesThatCommit.has(policy))).toEqual([]);
  });
});

describe('the ledger table of prod', () => {
  it('refuses changes and deletions by itself, whoever asks', () => {
    const ledger = of('AWS::DynamoDB::GlobalTable').find(
      ({ properties }) => properties['TableName'] === 'keyturn-prod-audit-ledger',
    );
    const [replica] = (ledger?.properties['Replicas'] ?? []) as {
      ResourcePolicy: { PolicyDocument: unknown };
    }[];
    const [refusal] = statementsOf(replica?.ResourcePolicy.PolicyDocument);
    expect(refusal).toMatchObject({ Effect: 'Deny', Principal: { AWS: '*' } });
    expect(list(refusal?.Action)).toEqual(
      expect.arrayContaining(['dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem']),
    );
  });
});
