import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ArnFormat, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Role } from 'aws-cdk-lib/aws-iam';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { HouseStack } from '../house-stack.ts';
import { allow, type Permission } from '../permission.ts';
import { trustedService } from '../trusted-service.ts';
import { Alarm, type WithImpact } from './alarm.ts';
import { sealedLogGroup } from './sealed-log-group.ts';
import { fillStateMachine } from './state-machine-text.ts';
import type { HouseFunction } from './house-function.ts';

const folder = join(import.meta.dirname, '..', '..', 'state-machines');

export interface WorkflowProps extends WithImpact {
  /** The file `state-machines/<name>.asl.json`. */
  name: string;
  /** Its steps: each fills `${<TaskName>Arn}` and may be invoked. */
  tasks: readonly (HouseFunction & { placeholder: string })[];
  /** Any other placeholder: `{ EntitiesTable: table.tableName }`. */
  values?: Readonly<Record<string, string>>;
  /** What the machine does itself, beyond invoking its steps. */
  permissions?: readonly Permission[];
  /** The execution is stopped after this; a Standard execution may live a year at most. */
  timeout: Duration;
  /** Another folder of definitions, for tests. */
  definitions?: string;
}

/**
 * A Standard state machine from its ASL file. Logs name errors without data (`includeExecutionData` off), since inputs
 * are ids but outputs are not ours to promise. Alarms `<name>-failed`, `-timed-out`, `-aborted` share the runbook
 * `<name>-stopped`.
 */
export class Workflow extends Construct {
  readonly machine: StateMachine;
  readonly role: Role;
  readonly name: string;

  constructor(scope: Construct, id: string, props: WorkflowProps) {
    super(scope, id);
    this.name = props.name;
    const stack = HouseStack.holding(this);
    const text = readFileSync(join(props.definitions ?? folder, `${props.name}.asl.json`), 'utf8');
    const arns = Object.fromEntries(props.tasks.map((task) => [task.placeholder, task.lambda.functionArn]));
    const definition = fillStateMachine(props.name, text, { ...props.values, ...arns });
    const assumedBy = trustedService(this, 'states.amazonaws.com', {
      service: 'states',
      resource: 'stateMachine',
      resourceName: stack.named(props.name),
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    this.role = new Role(this, 'Role', { assumedBy });
    this.machine = new StateMachine(this, 'Machine', {
      stateMachineName: stack.named(props.name),
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(withTimeout(definition, props.timeout)),
      role: this.role,
      tracingEnabled: true,
      logs: {
        destination: sealedLogGroup(
          this,
          'Logs',
          `/aws/vendedlogs/states/keyturn/${stack.stage.name}/${this.name}`,
        ),
        level: LogLevel.ERROR,
        includeExecutionData: false,
      },
      removalPolicy: stack.stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    if (props.tasks.length > 0) {
      allow(this, {
        actions: ['lambda:InvokeFunction'],
        resources: props.tasks.map((task) => task.lambda.functionArn),
      });
    }
    allow(this, ...(props.permissions ?? []));
    this.watch(props.impact);
  }

  private watch(impact: string): void {
    for (const [ending, metricName] of Object.entries(endings)) {
      new Alarm(this, metricName, {
        name: `${this.name}-${ending}`,
        runbook: `${this.name}-stopped`,
        impact,
        threshold: 1,
        metric: new Metric({
          namespace: 'AWS/States',
          metricName,
          dimensionsMap: { StateMachineArn: this.machine.stateMachineArn },
          statistic: 'Sum',
          period: Duration.minutes(5),
        }),
      });
    }
  }
}

/**
 * A machine's ARN from its name: steps that answer waits of their own machine cannot refer to it, since the machine
 * refers to them.
 */
export function machineArn(scope: Construct, name: string): string {
  return Stack.of(scope).formatArn({
    service: 'states',
    resource: 'stateMachine',
    resourceName: HouseStack.holding(scope).named(name),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}

/** End waits (task tokens) of these machines. */
export function answersWaits(scope: Construct, ...names: readonly string[]): Permission {
  return {
    actions: ['states:SendTaskSuccess'],
    resources: names.map((name) => machineArn(scope, name)),
  };
}

const endings = {
  failed: 'ExecutionsFailed',
  'timed-out': 'ExecutionsTimedOut',
  aborted: 'ExecutionsAborted',
} as const;

function withTimeout(definition: string, timeout: Duration): string {
  return JSON.stringify({ ...(JSON.parse(definition) as object), TimeoutSeconds: timeout.toSeconds() });
}
