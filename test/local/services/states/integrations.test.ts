import { describe, expect, it } from 'vitest';
import { AwsError, type Json } from '../../../../local/services/service.ts';
import { machine, machineRoom, type States } from './machine-room.ts';

describe('integrations', () => {
  async function call(Resource: string, Arguments: Json, answer: Json | Error = {}) {
    const room = machineRoom({
      answers: {
        call: () => {
          if (answer instanceof Error) throw answer;
          return answer;
        },
      },
    });
    const states: States = { Do: { Type: 'Task', Resource, Arguments, End: true } };
    return { room, record: await room.run(machine(states), { a: 1 }) };
  }

  it.each<[string, Json, { service: string; action: string; input: Json }]>([
    [
      'arn:aws:states:::sqs:sendMessage',
      { QueueUrl: 'q', MessageBody: { id: '{% $states.input.a %}' } },
      { service: 'sqs', action: 'SendMessage', input: { QueueUrl: 'q', MessageBody: '{"id":1}' } },
    ],
    [
      'arn:aws:states:::dynamodb:updateItem',
      { TableName: 't' },
      { service: 'dynamodb', action: 'UpdateItem', input: { TableName: 't' } },
    ],
    [
      'arn:aws:states:::aws-sdk:textract:startLendingAnalysis',
      { JobTag: 'j' },
      { service: 'textract', action: 'StartLendingAnalysis', input: { JobTag: 'j' } },
    ],
    [
      'arn:aws:states:::aws-sdk:scheduler:createSchedule',
      { Name: 'n' },
      { service: 'scheduler', action: 'CreateSchedule', input: { Name: 'n' } },
    ],
  ])('%s calls the service', async (resource, args, expected) => {
    const { room, record } = await call(resource, args, { ok: true });
    expect(room.context.neighbours.called).toEqual([expected]);
    expect(record.output).toEqual({ ok: true });
  });

  it.each([
    [
      'arn:aws:states:::dynamodb:putItem',
      'ConditionalCheckFailedException',
      'DynamoDB.ConditionalCheckFailedException',
    ],
    [
      'arn:aws:states:::aws-sdk:dynamodb:putItem',
      'ConditionalCheckFailedException',
      'DynamoDb.ConditionalCheckFailedException',
    ],
    ['arn:aws:states:::aws-sdk:s3:copyObject', 'NoSuchKey', 'S3.NoSuchKeyException'],
    [
      'arn:aws:states:::aws-sdk:textract:startLendingAnalysis',
      'ThrottlingException',
      'Textract.ThrottlingException',
    ],
  ])('%s that answers %s fails as %s', async (resource, code, error) => {
    const { record } = await call(resource, {}, new AwsError(code, 'no'));
    expect(record.failure?.error).toBe(error);
  });

  it('events:putEvents adds the execution and the machine to the resources', async () => {
    const Entries = [
      {
        Source: 'keyturn',
        DetailType: 'StageLeft',
        Detail: { loanId: '{% $states.input.a %}' },
        EventBusName: 'arn:aws:events:us-east-1:000000000000:event-bus/loans',
      },
    ];
    const { room, record } = await call('arn:aws:states:::events:putEvents', { Entries });
    const entry = room.context.neighbours.published.find(({ source }) => source === 'keyturn');
    expect(entry).toMatchObject({
      busName: 'loans',
      detail: { loanId: 1 },
      resources: [record.arn, record.machineArn],
    });
    expect(record.output).toMatchObject({ FailedEntryCount: 0 });
  });

  it('startExecution.sync:2 waits for the child and takes its output as an object', async () => {
    const room = machineRoom();
    const child = room.put(
      machine({
        W: { Type: 'Wait', Seconds: 5, Next: 'Z' },
        Z: { Type: 'Succeed', Output: { n: '{% $states.input.n + 1 %}' } },
      }),
      'child',
    );
    const Run = {
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution.sync:2',
      Arguments: { StateMachineArn: child, Input: { n: 1 } },
      Output: '{% $states.result.Output.n %}',
      End: true,
    };
    const arn = await room.start(machine({ Run }));
    await room.context.clock.advance(5000);
    expect(room.engine.execution(arn)).toMatchObject({ status: 'SUCCEEDED', output: 2 });
  });

  it('startExecution.sync:2 fails as States.TaskFailed when the child fails, and stops the child when it is stopped itself', async () => {
    const room = machineRoom();
    const failing = room.put(machine({ F: { Type: 'Fail', Error: 'Bad' } }), 'failing');
    const waiting = room.put(machine({ W: { Type: 'Wait', Seconds: 500, End: true } }), 'waiting');
    const Run = (StateMachineArn: string) => ({
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution.sync:2',
      Arguments: { StateMachineArn, Name: 'kid' },
      End: true,
    });
    expect(await room.run(machine({ Run: Run(failing) }))).toMatchObject({
      failure: { error: 'States.TaskFailed' },
    });
    const arn = await room.start(machine({ Run: Run(waiting) }));
    room.engine.stopExecution(arn);
    expect(room.engine.execution(`${waiting.replace('stateMachine', 'execution')}:kid`).status).toBe(
      'ABORTED',
    );
  });

  it('startExecution.sync:2 whose name is taken fails and leaves the other execution alone', async () => {
    const room = machineRoom();
    const waiting = room.put(machine({ W: { Type: 'Wait', Seconds: 500, End: true } }), 'waiting');
    const other = room.engine.startExecution({
      machineArn: waiting,
      name: 'kid',
      input: { by: 'someone else' },
    });
    const Run = {
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution.sync:2',
      Arguments: { StateMachineArn: waiting, Name: 'kid' },
      End: true,
    };
    expect(await room.run(machine({ Run }))).toMatchObject({
      failure: { error: 'StepFunctions.ExecutionAlreadyExistsException' },
    });
    expect(room.engine.execution(other.executionArn).status).toBe('RUNNING');
  });

  it('a branch that fails stops the execution that its sibling waits for', async () => {
    const room = machineRoom();
    const waiting = room.put(machine({ W: { Type: 'Wait', Seconds: 500, End: true } }), 'waiting');
    const Resource = 'arn:aws:states:::states:startExecution.sync:2';
    const Run = { Type: 'Task', Resource, Arguments: { StateMachineArn: waiting, Name: 'kid' }, End: true };
    const Late = { Type: 'Wait', Seconds: 1, Next: 'Broken' };
    const Both: Record<string, Json> = {
      Type: 'Parallel',
      Branches: [
        { StartAt: 'Run', States: { Run } },
        { StartAt: 'Late', States: { Late, Broken: { Type: 'Fail', Error: 'Broken' } } },
      ],
      Catch: [{ ErrorEquals: ['Broken'], Next: 'Caught' }],
      End: true,
    };
    const arn = await room.start(machine({ Both, Caught: { Type: 'Succeed' } }));
    const kid = `${waiting.replace('stateMachine', 'execution')}:kid`;
    expect(room.engine.execution(kid).status).toBe('RUNNING');
    await room.context.clock.advance(1000);
    expect(room.engine.execution(arn).status).toBe('SUCCEEDED');
    expect(room.engine.execution(kid).status).toBe('ABORTED');
  });
});
