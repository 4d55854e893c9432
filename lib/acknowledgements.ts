/** A rule that the whole app does not follow, with the reason. These six and no others. */
export const acknowledgedEverywhere: readonly { rule: string; reason: string }[] = [
  {
    rule: 'NIST.800.53.R5-LambdaInsideVPC',
    reason:
      'No VPC: every neighbour is an AWS API under IAM and KMS, or a partner on the internet. A network would add NAT and protect nothing.',
  },
  {
    rule: 'NIST.800.53.R5-LambdaDLQ',
    reason:
      'Functions are called by the gateway, a queue, a stream or a machine, which keep their failures; the asynchronous invocation that this rule is about is not used.',
  },
  {
    rule: 'NIST.800.53.R5-LambdaConcurrency',
    reason:
      'Reserved concurrency takes from every other function; neighbours are protected by maxConcurrency of the queues and by governors shared through the table.',
  },
  {
    rule: 'NIST.800.53.R5-IAMNoInlinePolicy',
    reason: 'Each role belongs to one function and is written beside it; a managed policy invites sharing.',
  },
  {
    rule: 'NIST.800.53.R5-APIGWCacheEnabledAndEncrypted',
    reason: 'Answers depend on who asks and must be fresh: nothing is cached, so nothing needs encryption.',
  },
  {
    rule: 'NIST.800.53.R5-APIGWSSLEnabled',
    reason:
      'A client certificate shows an HTTP backend who calls; the backends are functions, called through IAM.',
  },
];

/** One rule that certain resources do not follow. */
export interface Acknowledgement {
  rule: string | RegExp;
  /** Matched against the construct path without its `keyturn-<stage>-`. */
  on: RegExp;
  reason: string;
}

const everyRole = /\/(Role|ScannerRole)\/DefaultPolicy\/Resource$/;
const everyBucket =
  /^(data\/(Quarantine|Documents|AuditArchive)|trail\/(TrailFiles|Answers))\/Bucket\/Resource$/;

export const acknowledgements: readonly Acknowledgement[] = [
  {
    rule: /^(AwsSolutions-S1|NIST\.800\.53\.R5-S3BucketLoggingEnabled)$/,
    on: everyBucket,
    reason:
      'Access is recorded by data events of the trail. Server access logs cannot be delivered to a bucket under KMS and would keep the query strings of presigned URLs.',
  },
  {
    rule: 'NIST.800.53.R5-S3BucketReplicationEnabled',
    on: everyBucket,
    reason:
      'Versioned, and retained in staging and prod; a copy in a second region is a decision of its own (data residency) and not taken yet.',
  },
  {
    rule: 'NIST.800.53.R5-CloudTrailCloudWatchLogsEnabled',
    on: /^trail\/Trail$/,
    reason:
      'The files are validated, locked and asked through Athena; a second copy of every data event in CloudWatch would cost more than the trail and can be deleted.',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::*]',
    on: everyRole,
    reason:
      'X-Ray segments and vended log delivery have no resource to name; `allow` refuses "*" for everything else, and a template test lists the actions.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::.*(Quarantine|Documents|AuditArchive)Bucket.*\*\]$/,
    on: everyRole,
    reason:
      'Object keys are made per document: the named actions hold for the objects of one bucket or of one prefix in it.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::.*:rule\/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3\*\]$/,
    on: /^edge\/ScannerRole\/DefaultPolicy\/Resource$/,
    reason: 'GuardDuty makes this rule itself and puts a random ending to its name.',
  },
  {
    rule: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
    on: /^api\/Api\/CloudWatchRole\/Resource$/,
    reason:
      'The account-wide role that API Gateway writes its logs with; AWS documents this policy as the one to use.',
  },
  {
    rule: 'AwsSolutions-COG2',
    on: /^identity\/Pools\/Borrowers\/Resource$/,
    reason:
      'Borrowers may sign in by passkey or one-time code, which Cognito refuses to combine with required MFA; staff must use it.',
  },
  {
    rule: 'AwsSolutions-COG8',
    on: /^identity\/Pools\/(Staff|Borrowers)\/Resource$/,
    reason:
      'The plus plan adds threat protection of passwords; borrowers have passkeys, staff have required MFA. A lender may buy it.',
  },
  {
    rule: 'AwsSolutions-APIG4',
    on: /^api\/Api\/Default\/v1\/(openapi\.json|webhooks).*ANY\/Resource$/,
    reason:
      'The OpenAPI document is public on purpose; partners sign their web hooks, which the function verifies before it believes that anything happened.',
  },
  {
    rule: 'AwsSolutions-COG4',
    on: /^api\/Api\/Default\/v1\/.*ANY\/Resource$/,
    reason:
      'One token authorizer checks both pools, the same everywhere; a Cognito authorizer knows one set of pools and cannot refuse a wrong `client_id`.',
  },
  {
    rule: 'AwsSolutions-APIG2',
    on: /^api\/Api\/Resource$/,
    reason:
      'Requests are parsed by the schema of their route in the function, which names the field and the rule; prefixes have no model of their own.',
  },
  {
    rule: /^(AwsSolutions-APIG3|NIST\.800\.53\.R5-APIGWAssociatedWithWAF)$/,
    on: /^api\/Api\/DeploymentStage\.live\/Resource$/,
    reason:
      'The firewall is associated with this stage by the edge stack, which the rule does not see from here.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::arn:aws:scheduler:.*:schedule\/keyturn-[a-z]+-(need-reminders|verification-checks)\/\*\]$/,
    on: /^(loans\/(OpenNeeds|RoadFactsChanged)|income\/Verification(Due|Ordered))\/Role\/DefaultPolicy\/Resource$/,
    reason:
      'A reminder is a schedule named by its need, a check by its order; the function makes or cancels those of one group.',
  },
  {
    rule: 'AwsSolutions-SF1',
    on: /\/Machine\/Resource$/,
    reason:
      'Errors are logged. The history of every execution is kept by Step Functions itself for 90 days; a log of all events would pay for it twice.',
  },
  {
    rule: /^(AwsSolutions-SMG4|NIST\.800\.53\.R5-SecretsManagerRotationEnabled)$/,
    on: /^(integrations|income)\/\w+Secret\/Secret$/,
    reason:
      'The partner issues this sign-in and has no call to rotate it; an operator replaces it, and the connector reads it with every token.',
  },
];
