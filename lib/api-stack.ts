import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  AuthorizationType,
  EndpointType,
  LambdaIntegration,
  LogGroupLogDestination,
  MethodLoggingLevel,
  RestApi,
  TokenAuthorizer,
} from 'aws-cdk-lib/aws-apigateway';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Function as LambdaFunction, type IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { RouteTable } from '../lambdas/shared/route.ts';
import { Alarm } from './constructs/alarm.ts';
import { answerProblems } from './constructs/gateway-responses.ts';
import type { HouseFunction } from './constructs/house-function.ts';
import { sealedLogGroup } from './constructs/sealed-log-group.ts';
import { gatewayResources } from './gateway-resources.ts';
import { HouseStack } from './house-stack.ts';
import type { Stage } from './stages.ts';

export interface ApiStackProps {
  logsKey: IKey;
  authorizer: HouseFunction;
  capabilities: readonly { api: HouseFunction; table: RouteTable }[];
}

/** Ids and figures only: no path as it was called, no query, no address. */
const accessLog = {
  requestId: '$context.requestId',
  at: '$context.requestTime',
  method: '$context.httpMethod',
  resource: '$context.resourcePath',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  integrationMs: '$context.integrationLatency',
  integrationStatus: '$context.integrationStatus',
  authorizerStatus: '$context.authorizer.status',
  responseBytes: '$context.responseLength',
  errorType: '$context.error.responseType',
};

/** One REST API: the prefixes of each capability's routes, the token authorizer, throttling. */
export class ApiStack extends HouseStack {
  readonly api: RestApi;

  constructor(scope: Construct, stage: Stage, props: ApiStackProps) {
    super(scope, 'api', { stage, description: 'Keyturn: the REST API', logsKey: props.logsKey });
    this.api = this.restApi();
    answerProblems(this.api, stage.lender.domain);
    const authorizer = new TokenAuthorizer(this, 'Token', {
      handler: this.nearby('Authorizer', props.authorizer),
      // A token that is taken back must stop working soon: the policy is cached no longer than this.
      resultsCacheTtl: Duration.minutes(1),
      validationRegex: '^Bearer [A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$',
    });
    const functions = new Map(
      props.capabilities.map(({ api, table }) => [table.capability, this.nearby(table.capability, api)]),
    );
    for (const { path, capability, public: open, below } of gatewayResources(
      props.capabilities.map(({ table }) => table),
    )) {
      const handler = functions.get(capability);
      if (handler === undefined) continue;
      const integration = new LambdaIntegration(handler, { scopePermissionToMethod: false });
      const resource = this.api.root.resourceForPath(path);
      const access = open
        ? { authorizationType: AuthorizationType.NONE }
        : { authorizer, authorizationType: AuthorizationType.CUSTOM };
      resource.addMethod('ANY', integration, access);
      if (below) resource.addProxy({ anyMethod: false }).addMethod('ANY', integration, access);
    }
    this.watch();
  }

  private restApi(): RestApi {
    const { throttle, lender, name } = this.stage;
    const accessLogs = sealedLogGroup(this, 'AccessLogs', `/keyturn/${name}/api-access`);
    return new RestApi(this, 'Api', {
      restApiName: this.named('api'),
      description: 'Keyturn',
      endpointTypes: [EndpointType.REGIONAL],
      cloudWatchRole: true,
      cloudWatchRoleRemovalPolicy: RemovalPolicy.RETAIN,
      deployOptions: {
        stageName: 'live',
        accessLogDestination: new LogGroupLogDestination(accessLogs),
        accessLogFormat: AccessLogFormat.custom(JSON.stringify(accessLog)),
        loggingLevel: MethodLoggingLevel.ERROR,
        // Bodies hold borrower data.
        dataTraceEnabled: false,
        metricsEnabled: true,
        tracingEnabled: true,
        throttlingRateLimit: throttle.requestsPerSecond,
        throttlingBurstLimit: throttle.burst,
      },
      defaultCorsPreflightOptions: {
        allowOrigins: [lender.domain],
        allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
        allowHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-match', 'x-correlation-id'],
        exposeHeaders: ['etag', 'location', 'retry-after', 'x-correlation-id'],
        maxAge: Duration.hours(1),
      },
    });
  }

  /** The function as this stack sees it, so that the permission to call it stands here and not in the function's stack (a cycle). */
  private nearby(id: string, { lambda }: HouseFunction): IFunction {
    return LambdaFunction.fromFunctionAttributes(this, `${id}Function`, {
      functionArn: lambda.functionArn,
      sameEnvironment: true,
    });
  }

  private watch(): void {
    const { alarms } = this.stage;
    new Alarm(this, 'ServerErrors', {
      name: 'api-server-errors',
      impact: 'People who use Keyturn get errors instead of answers.',
      metric: this.metric('5XXError', 'Sum'),
      threshold: alarms.apiServerErrors,
    });
    new Alarm(this, 'Latency', {
      name: 'api-latency',
      impact: 'People who use Keyturn wait too long for answers.',
      metric: this.metric('Latency', 'p99'),
      threshold: alarms.apiLatencyP99Ms,
      periods: 3,
    });
  }

  private metric(metricName: string, statistic: string): Metric {
    return new Metric({
      namespace: 'AWS/ApiGateway',
      metricName,
      dimensionsMap: { ApiName: this.named('api'), Stage: 'live' },
      statistic,
      period: Duration.minutes(5),
    });
  }
}
