import { LambdaVersion, UserPoolOperation } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import type { Env as ApiEnv } from '../lambdas/identity/api.ts';
import type { Env as AuthorizerEnv } from '../lambdas/identity/handlers/authorize-token.ts';
import { Alarm } from './constructs/alarm.ts';
import { ApiFunction } from './constructs/api-function.ts';
import { countedMetric } from './constructs/counted-metric.ts';
import { HouseFunction } from './constructs/house-function.ts';
import { commitsTransactions, kernelEnvironment } from './data-permissions.ts';
import type { DataStack } from './data-stack.ts';
import { HouseStack } from './house-stack.ts';
import { IdentityPools } from './identity-pools.ts';
import type { Stage } from './stages.ts';

/** The trigger reads nothing. */
type NoEnv = object;

/** Who may come in: the pools, the token authorizer before every route, and staff users. */
export class IdentityStack extends HouseStack {
  readonly pools: IdentityPools;
  readonly authorizer: HouseFunction;
  readonly api: ApiFunction;

  constructor(scope: Construct, stage: Stage, { data }: { data: DataStack }) {
    super(scope, 'identity', {
      stage,
      description: 'Keyturn: user pools, authorizer, users',
      logsKey: data.keys.logs,
    });
    this.pools = new IdentityPools(this, 'Pools');
    const { staff, borrowers } = this.pools.issuers;
    this.authorizer = new HouseFunction<AuthorizerEnv>(this, 'Authorizer', {
      capability: 'identity',
      handler: 'authorize-token',
      memory: 'api',
      environment: {
        ...kernelEnvironment(data),
        STAFF_ISSUER: staff.issuer,
        STAFF_JWKS_URI: staff.jwksUrl,
        STAFF_CLIENT_IDS: staff.clientId,
        BORROWER_ISSUER: borrowers.issuer,
        BORROWER_JWKS_URI: borrowers.jwksUrl,
        BORROWER_CLIENT_IDS: borrowers.clientId,
        FIRST_OPERATOR_EMAIL: stage.firstOperatorEmail,
      },
      permissions: commitsTransactions(data),
    });
    new Alarm(this, 'AuthorizerErrors', {
      name: `${this.authorizer.name}-errors`,
      impact: 'Nobody gets past the door: calls are answered 500 because no token can be judged.',
      // Not Lambda's own errors: a refused token ends the invocation with one too, and is nobody's concern.
      metric: countedMetric(this, 'AuthorizerFailed'),
      threshold: stage.alarms.functionErrors,
    });
    this.api = new ApiFunction<ApiEnv>(this, 'Api', {
      capability: 'identity',
      impact: 'Managers cannot add or change staff users, and nobody sees who they are signed in as.',
      environment: kernelEnvironment(data),
      permissions: commitsTransactions(data, 'gsi1'),
    });
    this.putEmailIntoTokens();
  }

  private putEmailIntoTokens(): void {
    const trigger = new HouseFunction<NoEnv>(this, 'TokenGeneration', {
      capability: 'identity',
      handler: 'on-token-generation',
      memory: 'small',
      timeoutSeconds: 5,
      environment: {},
    });
    for (const pool of [this.pools.staff, this.pools.borrowers]) {
      pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, trigger.lambda, LambdaVersion.V2_0);
    }
  }
}
