import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { HouseStack } from '../house-stack.ts';
import { allow, type Permission } from '../permission.ts';
import type { Stage } from '../stages.ts';
import { metricService, metricServiceVariable } from './counted-metric.ts';
import { sealedLogGroup } from './sealed-log-group.ts';

/** Context key; `placeholder` stands in for the bundles in template tests. */
export const bundlesContext = 'keyturn:bundles';

const dist = join(import.meta.dirname, '..', '..', 'dist');

/**
 * The variables of a handler's `Env`: its zod schema (`typeof Env`) or its plain type. Every key, no other key,
 * strings as CloudFormation passes them.
 */
export type Environment<E> = E extends { _zod: { input: infer Input } } ? Variables<Input> : Variables<E>;
type Variables<T> = { readonly [K in keyof T]-?: string };

export interface HouseFunctionProps<E> {
  /** The folder below `lambdas/`. */
  capability: string;
  /** The file below `handlers/` without `.ts`, or `api`: with the capability it names the bundle `dist/<capability>-<handler>`. */
  handler: string;
  /** Exactly the variables of the handler's `Env`; the name that its metrics carry is put beside them. */
  environment: NoInfer<Environment<E>>;
  permissions?: readonly Permission[];
  memory?: keyof Stage['memoryMb'];
  timeoutSeconds?: number;
  /** Taken out of the account's pool; only where a neighbour must be protected and `maxConcurrency` cannot do it. */
  reservedConcurrency?: number;
}

/**
 * One function: own role, own encrypted log group, arm64, active tracing, nothing managed. The type argument is the
 * handler's `Env` and must be given; without it `environment` accepts nothing.
 */
export class HouseFunction<E = never> extends Construct {
  readonly lambda: LambdaFunction;
  readonly role: Role;
  readonly logGroup: LogGroup;
  /** `<capability>-<handler>`: of the bundle, and of alarms and runbooks. */
  readonly name: string;
  readonly timeoutSeconds: number;

  constructor(scope: Construct, id: string, props: HouseFunctionProps<E>) {
    super(scope, id);
    const stack = HouseStack.holding(this);
    this.name = `${props.capability}-${props.handler}`;
    this.timeoutSeconds = props.timeoutSeconds ?? 10;
    const functionName = stack.named(this.name, 64);
    this.logGroup = sealedLogGroup(this, 'Logs', `/keyturn/${stack.stage.name}/${this.name}`);
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.lambda = new LambdaFunction(this, 'Function', {
      functionName,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: bundle(this, this.name),
      role: this.role,
      logGroup: this.logGroup,
      memorySize: stack.stage.memoryMb[props.memory ?? 'consumer'],
      timeout: Duration.seconds(this.timeoutSeconds),
      tracing: Tracing.ACTIVE,
      environment: { ...props.environment, [metricServiceVariable]: metricService(stack.stage.name) },
      ...(props.reservedConcurrency === undefined
        ? {}
        : { reservedConcurrentExecutions: props.reservedConcurrency }),
    });
    allow(this, {
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [this.logGroup.logGroupArn],
    });
    allow(this, ...(props.permissions ?? []));
  }
}

function bundle(scope: Construct, name: string): Code {
  if (scope.node.tryGetContext(bundlesContext) === 'placeholder')
    return Code.fromInline('exports.handler = async () => {};');
  const folder = join(dist, name);
  if (!existsSync(join(folder, 'index.mjs')))
    throw new Error(`dist/${name}/index.mjs is missing: run \`npm run build\``);
  return Code.fromAsset(folder);
}
