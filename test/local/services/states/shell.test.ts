import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  DescribeStateMachineForExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  RedriveExecutionCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  UpdateStateMachineCommand,
  ValidateStateMachineDefinitionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStatesService, type StatesService } from '../../../../local/services/states/shell.ts';
import { engineContext, type TestContext } from '../../../support/engine-context.ts';
import { serveService, type ServedService } from '../../../support/serve-service.ts';
import { machine, roleArn } from './machine-room.ts';

const arn = 'arn:aws:states:us-east-1:000000000000:stateMachine:application';
const waits = machine({
  Ask: {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
    Arguments: { FunctionName: '${OpenNeedsArn}', Payload: { token: '{% $states.context.Task.Token %}' } },
    HeartbeatSeconds: 60,
    End: true,
  },
});

describe('Step Functions over the wire', () => {
  let context: TestContext;
  let service: StatesService;
  let served: ServedService;
  let sfn: SFNClient;

  beforeAll(async () => {
    context = engineContext();
    service = createStatesService(context);
    served = await serveService(service);
    sfn = new SFNClient(served.client);
    service.provision({
      stack: 'loans',
      logicalId: 'Application',
      type: 'AWS::StepFunctions::StateMachine',
      properties: {
        StateMachineName: 'application',
        DefinitionString: waits,
        DefinitionSubstitutions: {
          OpenNeedsArn: 'arn:aws:lambda:us-east-1:000000000000:function:open-needs',
        },
        RoleArn: roleArn,
      },
      ref: arn,
      attributes: { Arn: arn },
    });
  });
  afterAll(async () => {
    sfn.destroy();
    await served.close();
  });

  async function begin(name: string): Promise<{ executionArn: string; token: string }> {
    const started = await sfn.send(
      new StartExecutionCommand({ stateMachineArn: arn, name, input: '{"loanId":"loan-1"}' }),
    );
    await context.clock.advance(0);
    const token = service.engine
      .openTokens()
      .find(({ execution }) => execution === started.executionArn)!.token;
    return { executionArn: started.executionArn!, token };
  }

  it('a provisioned machine has its substitutions in place, and the same template again changes nothing', async () => {
    const described = await sfn.send(new DescribeStateMachineCommand({ stateMachineArn: arn }));
    expect(described).toMatchObject({ name: 'application', status: 'ACTIVE', type: 'STANDARD', roleArn });
    expect(described.definition).toContain('function:open-needs');
    expect(described.creationDate).toEqual(new Date('2026-03-02T15:00:00Z'));
    const { stateMachines } = await sfn.send(new ListStateMachinesCommand({}));
    expect(stateMachines?.map(({ name }) => name)).toContain('application');
  });

  it('an execution waits for its token, answers a heartbeat and succeeds', async () => {
    const { executionArn, token } = await begin('one');
    expect(executionArn).toBe('arn:aws:states:us-east-1:000000000000:execution:application:one');
    expect(context.neighbours.invoked.at(-1)).toMatchObject({
      functionArn: expect.stringContaining('open-needs') as string,
      payload: { token },
    });
    await sfn.send(new SendTaskHeartbeatCommand({ taskToken: token }));
    await sfn.send(new SendTaskSuccessCommand({ taskToken: token, output: '{"verdict":"accepted"}' }));
    await context.clock.advance(0);
    const described = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    expect(described).toMatchObject({
      status: 'SUCCEEDED',
      input: '{"loanId":"loan-1"}',
      output: '{"verdict":"accepted"}',
      redriveStatus: 'NOT_REDRIVABLE',
    });
    expect(described.stopDate).toBeInstanceOf(Date);
    const late = sfn.send(new SendTaskSuccessCommand({ taskToken: token, output: '{}' }));
    await expect(late).rejects.toMatchObject({ name: 'TaskTimedOut' });
  });

  it('the history is paged in both directions', async () => {
    const { executionArn, token } = await begin('history');
    await sfn.send(
      new SendTaskFailureCommand({ taskToken: token, error: 'DocumentRejected', cause: 'unreadable' }),
    );
    await context.clock.advance(0);
    const first = await sfn.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 3 }));
    expect(first.events?.map(({ type }) => type)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
    ]);
    const rest = await sfn.send(
      new GetExecutionHistoryCommand({ executionArn, maxResults: 10, nextToken: first.nextToken }),
    );
    expect(rest.events?.map(({ id }) => id)).toEqual([4, 5, 6, 7]);
    expect(rest.nextToken).toBeUndefined();
    const newest = await sfn.send(
      new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, maxResults: 1 }),
    );
    expect(newest.events?.[0]).toMatchObject({
      type: 'ExecutionFailed',
      executionFailedEventDetails: { error: 'DocumentRejected', cause: 'unreadable' },
    });
  });

  it('executions are listed newest first, by status, page by page', async () => {
    const names: string[] = [];
    await begin('listed-1');
    await context.clock.advance(1000);
    await begin('listed-2');
    let nextToken: string | undefined;
    do {
      const page = await sfn.send(
        new ListExecutionsCommand({
          stateMachineArn: arn,
          statusFilter: 'RUNNING',
          maxResults: 1,
          nextToken,
        }),
      );
      names.push(...(page.executions ?? []).map(({ name }) => name!));
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    expect(names).toEqual(['listed-2', 'listed-1']);
  });

  it('a stopped execution can be redriven', async () => {
    const { executionArn } = await begin('stopped');
    const { stopDate } = await sfn.send(
      new StopExecutionCommand({ executionArn, error: 'StageLeft', cause: 'withdrawn' }),
    );
    expect(stopDate).toBeInstanceOf(Date);
    expect(await sfn.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: 'ABORTED',
      error: 'StageLeft',
      redriveStatus: 'REDRIVABLE',
    });
    await sfn.send(new RedriveExecutionCommand({ executionArn }));
    await context.clock.advance(0);
    expect(await sfn.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: 'RUNNING',
      redriveCount: 1,
    });
    expect(await sfn.send(new DescribeStateMachineForExecutionCommand({ executionArn }))).toMatchObject({
      stateMachineArn: arn,
    });
  });

  it.each([
    [
      'a bad definition',
      () =>
        new CreateStateMachineCommand({
          name: 'bad',
          roleArn,
          definition: machine({ A: { Type: 'Pass', Next: 'Z' } }),
        }),
      'InvalidDefinition',
    ],
    [
      'an unknown machine',
      () => new StartExecutionCommand({ stateMachineArn: `${arn}x` }),
      'StateMachineDoesNotExist',
    ],
    [
      'an unknown execution',
      () => new DescribeExecutionCommand({ executionArn: `${arn}x` }),
      'ExecutionDoesNotExist',
    ],
    [
      'an input that is not JSON',
      () => new StartExecutionCommand({ stateMachineArn: arn, input: '{' }),
      'InvalidExecutionInput',
    ],
    [
      'an output that is not JSON',
      () => new SendTaskSuccessCommand({ taskToken: 'AAAA', output: '{' }),
      'InvalidOutput',
    ],
    [
      'an invented token',
      () => new SendTaskSuccessCommand({ taskToken: 'AAAA', output: '{}' }),
      'InvalidToken',
    ],
    [
      'another input under the same name',
      () => new StartExecutionCommand({ stateMachineArn: arn, name: 'stopped', input: '{}' }),
      'ExecutionAlreadyExists',
    ],
  ] as const)('%s is refused by name', async (_title, command, name) => {
    await expect(sfn.send(command() as StartExecutionCommand)).rejects.toMatchObject({ name });
  });

  it('machines are created, validated and updated by API', async () => {
    const definition = machine({ A: { Type: 'Pass', End: true } });
    const { stateMachineArn } = await sfn.send(
      new CreateStateMachineCommand({ name: 'by-api', roleArn, definition }),
    );
    expect(await sfn.send(new ValidateStateMachineDefinitionCommand({ definition: '{}' }))).toMatchObject({
      result: 'FAIL',
    });
    await sfn.send(
      new UpdateStateMachineCommand({
        stateMachineArn,
        definition: machine({ B: { Type: 'Pass', End: true } }),
      }),
    );
    expect((await sfn.send(new DescribeStateMachineCommand({ stateMachineArn }))).definition).toContain(
      '"B"',
    );
  });

  it("neighbours call with an SDK integration's spelling", async () => {
    const reply = await service.call('StartExecution', {
      StateMachineArn: arn,
      Name: 'from-a-schedule',
      Input: '{}',
    });
    expect(reply).toMatchObject({
      executionArn: `${arn.replace('stateMachine', 'execution')}:from-a-schedule`,
    });
    expect(service.transitions()).toBeGreaterThan(0);
  });
});
