/**
 * What CloudFormation's part of MiniStack 1.4.21 drops without a word although it says CREATE_COMPLETE, and what that
 * means for a run there. Each is in the template and proven there by the tests in `test/lib`; a loss that is fixed, or
 * a new one, fails the deploy test until this list says so.
 */
export const knownLosses: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::Method Integration.IntegrationResponses':
    'the answer to a CORS preflight has no CORS header',
  'AWS::ApiGateway::Method MethodResponses': 'the answer to a CORS preflight has no CORS header',
  'AWS::ApiGateway::Stage AccessLogSetting': 'no access log',
  'AWS::Cognito::UserPool AccountRecoverySetting': 'recovery is not restricted',
  'AWS::Cognito::UserPool DeletionProtection': 'a pool can be deleted (dev asks for INACTIVE)',
  'AWS::Cognito::UserPool EmailConfiguration': 'no mail leaves',
  'AWS::Cognito::UserPool EmailVerificationMessage': 'wording of mails',
  'AWS::Cognito::UserPool EmailVerificationSubject': 'wording of mails',
  'AWS::Cognito::UserPool EnabledMfas': 'no second factor is asked for',
  'AWS::Cognito::UserPool SmsVerificationMessage': 'wording of messages',
  'AWS::Cognito::UserPool UserAttributeUpdateSettings': 'an address changes before it is verified',
  'AWS::Cognito::UserPool UserPoolName': 'the pool has a generated name',
  'AWS::Cognito::UserPool UserPoolTier': 'no tiers',
  'AWS::Cognito::UserPool UsernameConfiguration': 'addresses are compared with case',
  'AWS::Cognito::UserPool VerificationMessageTemplate': 'wording of mails',
  'AWS::Cognito::UserPool WebAuthnRelyingPartyID': 'no passkeys',
  'AWS::Cognito::UserPool WebAuthnUserVerification': 'no passkeys',
  'AWS::Cognito::UserPoolClient AccessTokenValidity': 'access tokens live an hour instead of 15 minutes',
  'AWS::Cognito::UserPoolClient AllowedOAuthFlowsUserPoolClient': 'not shown by the service',
  'AWS::Cognito::UserPoolClient EnableTokenRevocation': 'a refresh token is not revoked',
  'AWS::Cognito::UserPoolClient IdTokenValidity': 'ID tokens live an hour',
  'AWS::Cognito::UserPoolClient PreventUserExistenceErrors': 'a sign-in tells that a user does not exist',
  'AWS::Cognito::UserPoolClient RefreshTokenValidity': 'refresh tokens live 30 days',
  'AWS::Cognito::UserPoolClient TokenValidityUnits': 'as above',
  'AWS::DynamoDB::GlobalTable Replicas.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled':
    'no point in time to go back to',
  'AWS::DynamoDB::GlobalTable Replicas.PointInTimeRecoverySpecification.RecoveryPeriodInDays':
    'no point in time to go back to',
  'AWS::DynamoDB::GlobalTable Replicas.ResourcePolicy': "the ledger's refusal of changes is not there",
  'AWS::DynamoDB::GlobalTable SSESpecification': 'tables are not encrypted',
  'AWS::DynamoDB::GlobalTable TimeToLiveSpecification': 'nothing expires',
  'AWS::Logs::LogGroup KmsKeyId': 'logs are not encrypted',
  'AWS::S3::Bucket BucketEncryption': 'objects are not under our keys',
  'AWS::S3::Bucket CorsConfiguration': 'every origin is allowed',
  'AWS::S3::Bucket LifecycleConfiguration': 'nothing is emptied',
  'AWS::S3::Bucket ObjectLockConfiguration': 'the archive can be overwritten and deleted',
  'AWS::S3::Bucket ObjectLockEnabled': 'the archive can be overwritten and deleted',
  'AWS::S3::Bucket PublicAccessBlockConfiguration': 'a policy could open a bucket',
  'AWS::SQS::Queue RedriveAllowPolicy': 'any queue may use a dead-letter queue',
  'AWS::SQS::Queue RedrivePolicy': 'a message that fails comes again for ever',
  'AWS::SQS::Queue SqsManagedSseEnabled': 'queues are not encrypted',
  'AWS::Scheduler::Schedule ScheduleExpressionTimezone': 'nightly runs are at UTC hours',
  'AWS::StepFunctions::StateMachine LoggingConfiguration': 'failures of machines are not logged',
  'AWS::StepFunctions::StateMachine TracingConfiguration': 'machines are not traced',
};
