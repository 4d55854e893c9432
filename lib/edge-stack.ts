import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import { CfnMalwareProtectionPlan } from 'aws-cdk-lib/aws-guardduty';
import { Role } from 'aws-cdk-lib/aws-iam';
import { CfnLoggingConfiguration, CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { sealedLogGroup } from './constructs/sealed-log-group.ts';
import type { DataStack } from './data-stack.ts';
import { HouseStack } from './house-stack.ts';
import { allow } from './permission.ts';
import type { Stage } from './stages.ts';
import { trustedService } from './trusted-service.ts';

export interface EdgeStackProps {
  data: DataStack;
  api: RestApi;
}

/** Rules of AWS's that the API keeps as they are, by what they are for. */
const managedRules = [
  'AWSManagedRulesAmazonIpReputationList',
  'AWSManagedRulesKnownBadInputsRuleSet',
  'AWSManagedRulesCommonRuleSet',
];

/** The firewall before the API and the scanner behind the quarantine bucket. */
export class EdgeStack extends HouseStack {
  constructor(scope: Construct, stage: Stage, { data, api }: EdgeStackProps) {
    super(scope, 'edge', {
      stage,
      description: 'Keyturn: firewall and malware scanning',
      logsKey: data.keys.logs,
    });
    this.firewall(api);
    this.scanner(data);
  }

  private firewall(api: RestApi): void {
    const acl = new CfnWebACL(this, 'Firewall', {
      name: this.named('api'),
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: visible('Firewall'),
      rules: [
        {
          name: 'PerAddress',
          priority: 0,
          action: { block: {} },
          statement: {
            rateBasedStatement: { limit: this.stage.throttle.perAddressPer5Minutes, aggregateKeyType: 'IP' },
          },
          visibilityConfig: visible('PerAddress'),
        },
        ...managedRules.map((name, at) => ({
          name,
          priority: at + 1,
          overrideAction: { none: {} },
          statement: {
            managedRuleGroupStatement: {
              vendorName: 'AWS',
              name,
              // Bodies are JSON up to the functions' own limits; the rule's 8 kB is below a fair application.
              ...(name === 'AWSManagedRulesCommonRuleSet'
                ? { ruleActionOverrides: [{ name: 'SizeRestrictions_BODY', actionToUse: { count: {} } }] }
                : {}),
            },
          },
          visibilityConfig: visible(name),
        })),
      ],
    });
    new CfnWebACLAssociation(this, 'FirewallOnApi', {
      webAclArn: acl.attrArn,
      resourceArn: Stack.of(this).formatArn({
        service: 'apigateway',
        account: '',
        resource: `/restapis/${api.restApiId}/stages`,
        resourceName: 'live',
      }),
    });
    // The name must begin so, or WAF does not deliver.
    const logs = sealedLogGroup(this, 'FirewallLogs', `aws-waf-logs-keyturn-${this.stage.name}`);
    new CfnLoggingConfiguration(this, 'FirewallLogging', {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [
        Stack.of(this).formatArn({
          service: 'logs',
          resource: 'log-group',
          resourceName: logs.logGroupName,
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
      ],
      redactedFields: [
        { singleHeader: { Name: 'authorization' } },
        { singleHeader: { Name: 'x-truework-token' } },
        { uriPath: {} },
        { queryString: {} },
      ],
    });
  }

  /** GuardDuty reads each new upload and tells the default bus its verdict; it writes nothing but a tag. */
  private scanner(data: DataStack): void {
    const bucket = data.quarantine;
    const role = new Role(this, 'ScannerRole', {
      assumedBy: trustedService(this, 'malware-protection-plan.guardduty.amazonaws.com', {
        service: 'guardduty',
        resource: 'malware-protection-plan',
        resourceName: '*',
      }),
    });
    const rule = Stack.of(this).formatArn({
      service: 'events',
      resource: 'rule',
      resourceName: 'DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*',
    });
    allow(
      { role },
      {
        actions: ['events:PutRule', 'events:DeleteRule', 'events:PutTargets', 'events:RemoveTargets'],
        resources: [rule],
        conditions: { StringLike: { 'events:ManagedBy': 'malware-protection-plan.guardduty.amazonaws.com' } },
      },
      { actions: ['events:DescribeRule', 'events:ListTargetsByRule'], resources: [rule] },
      {
        actions: [
          's3:GetObject',
          's3:GetObjectVersion',
          's3:PutObjectTagging',
          's3:GetObjectTagging',
          's3:PutObjectVersionTagging',
          's3:GetObjectVersionTagging',
        ],
        resources: [bucket.arnForObjects('*')],
      },
      {
        actions: ['s3:PutBucketNotification', 's3:GetBucketNotification', 's3:ListBucket'],
        resources: [bucket.bucketArn],
      },
      {
        actions: ['s3:PutObject'],
        resources: [bucket.arnForObjects('malware-protection-resource-validation-object')],
      },
      {
        actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
        resources: [data.keys.data.keyArn],
        conditions: { StringLike: { 'kms:ViaService': `s3.${this.region}.amazonaws.com` } },
      },
    );
    const plan = new CfnMalwareProtectionPlan(this, 'Scanner', {
      role: role.roleArn,
      protectedResource: { s3Bucket: { bucketName: bucket.bucketName } },
      actions: { tagging: { status: 'ENABLED' } },
    });
    plan.node.addDependency(role);
  }
}

function visible(metricName: string) {
  return { cloudWatchMetricsEnabled: true, metricName, sampledRequestsEnabled: false };
}
