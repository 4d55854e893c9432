import { App, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { describe, expect, it } from 'vitest';
import { acknowledgedEverywhere, acknowledgements } from '../../lib/acknowledgements.ts';
import { answers, policyPacks } from '../../lib/policy-packs.ts';

describe('acknowledgements', () => {
  it('hold for the whole app in six rules only', () => {
    expect(acknowledgedEverywhere.map(({ rule }) => rule.replace('NIST.800.53.R5-', '')).sort()).toEqual([
      'APIGWCacheEnabledAndEncrypted',
      'APIGWSSLEnabled',
      'IAMNoInlinePolicy',
      'LambdaConcurrency',
      'LambdaDLQ',
      'LambdaInsideVPC',
    ]);
  });

  it('give a reason that can be argued with', () => {
    for (const { rule, reason } of [...acknowledgedEverywhere, ...acknowledgements]) {
      expect(reason.length, String(rule)).toBeGreaterThan(40);
    }
  });

  it('answer one rule on one resource in every stage', () => {
    const answer = { rule: 'AwsSolutions-S1', on: /^data\/Documents\/Bucket\/Resource$/, reason: 'because' };
    expect(answers(answer, 'AwsSolutions-S1', 'keyturn-prod-data/Documents/Bucket/Resource')).toBe(true);
    expect(answers(answer, 'AwsSolutions-S1', 'keyturn-dev-data/Documents/Bucket/Resource')).toBe(true);
    expect(answers(answer, 'AwsSolutions-S1', 'keyturn-prod-data/Other/Bucket/Resource')).toBe(false);
    expect(answers(answer, 'AwsSolutions-S10', 'keyturn-prod-data/Documents/Bucket/Resource')).toBe(false);
  });
});

describe('the policy packs', () => {
  it('find a bucket that nobody sealed, and answers that nothing asks for', () => {
    const app = new App();
    new Bucket(new Stack(app, 'open'), 'Bucket');
    const context = { appConstruct: app, templatePaths: [], stackTemplates: [] };
    const report = policyPacks(app).validate(context);
    const rules = report.violations.map(({ ruleName }) => ruleName);
    expect(report.success).toBe(false);
    expect(rules).toEqual(
      expect.arrayContaining([
        'AwsSolutions-S1',
        'AwsSolutions-S10',
        'NIST.800.53.R5-S3BucketVersioningEnabled',
      ]),
    );
    expect(rules.filter((rule) => rule === 'Keyturn-UnusedAcknowledgement')).toHaveLength(
      acknowledgements.length,
    );
  });
});
