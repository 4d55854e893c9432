import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { TaskFunction } from '../../../lib/constructs/task-function.ts';
import { Workflow, type WorkflowProps } from '../../../lib/constructs/workflow.ts';
import { resourcesOf, roleStatements, testStack } from '../../support/templates.ts';

function workflow(more: Partial<WorkflowProps> = {}) {
  const stack = testStack();
  const task = new TaskFunction<{ TABLE: string }>(stack, 'OpenNeeds', {
    capability: 'loans',
    handler: 'task-open-needs',
    environment: { TABLE: 'entities' },
  });
  new Workflow(stack, 'Sample', {
    name: 'sample',
    definitions: join(import.meta.dirname, '..', '..', 'fixtures', 'state-machines'),
    tasks: [task],
    values: { EntitiesTable: 'entities' },
    timeout: Duration.days(300),
    impact: 'A loan in processing stands still.',
    ...more,
  });
  return stack;
}

describe('a workflow', () => {
  it('fills its definition and takes its time-out from the construct', () => {
    const text = JSON.stringify(
      resourcesOf(workflow(), 'AWS::StepFunctions::StateMachine')[0]?.properties['DefinitionString'],
    );
    expect(text).not.toContain('${');
    expect(text).toContain('OpenNeedsFunction');
    expect(text).toContain('TimeoutSeconds\\\\\\":25920000'.replaceAll('\\\\\\"', '\\"'));
  });

  it('logs errors without data and traces', () => {
    expect(resourcesOf(workflow(), 'AWS::StepFunctions::StateMachine')[0]?.properties).toMatchObject({
      StateMachineName: 'keyturn-dev-sample',
      StateMachineType: 'STANDARD',
      LoggingConfiguration: { IncludeExecutionData: false, Level: 'ERROR' },
      TracingConfiguration: { Enabled: true },
    });
  });

  it('may invoke its steps and no other function', () => {
    const invokes = roleStatements(workflow()).filter(({ actions }) =>
      actions.includes('lambda:InvokeFunction'),
    );
    expect(invokes).toHaveLength(1);
    expect(JSON.stringify(invokes[0]?.resources)).toMatch(
      /^\[\{"Fn::GetAtt":\["OpenNeedsFunction[^"]*","Arn"\]\}\]$/,
    );
  });

  it('alarms when an execution fails, runs out of time or is aborted, with one runbook', () => {
    const alarms = resourcesOf(workflow(), 'AWS::CloudWatch::Alarm').map(({ properties }) => properties);
    expect(alarms.map(({ MetricName }) => MetricName)).toEqual([
      'ExecutionsFailed',
      'ExecutionsTimedOut',
      'ExecutionsAborted',
    ]);
    for (const { AlarmDescription } of alarms)
      expect(AlarmDescription).toContain('docs/runbooks/sample-stopped.md');
  });

  it('refuses a placeholder without a value', () => {
    expect(() => workflow({ values: {} })).toThrow(
      'state-machines/sample.asl.json: no value for EntitiesTable',
    );
  });

  it('refuses a value that the definition does not use', () => {
    expect(() => workflow({ values: { EntitiesTable: 'entities', BusName: 'events' } })).toThrow(
      'does not use BusName',
    );
  });
});
