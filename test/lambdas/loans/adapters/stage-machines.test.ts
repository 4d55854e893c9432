import {
  ExecutionAlreadyExists,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { stepFunctions } from '../../../../lambdas/loans/adapters/stage-machines.ts';

const client = new SFNClient({ region: 'us-east-1' });
const mock = mockClient(client);
afterEach(() => mock.reset());
const input = {
  version: 1,
  loanId: 'loan_01JD0000000000000000000000',
  stage: 'PROCESSING',
  entry: 2,
  correlationId: 'c',
} as const;
const machines = stepFunctions({ PROCESSING: 'arn:machine' }, client);
const named = (name: string) => Object.assign(new Error(name), { name });

describe('the stage machines', () => {
  it('start once per stay, by its name', async () => {
    mock
      .on(StartExecutionCommand)
      .resolvesOnce({})
      .rejects(new ExecutionAlreadyExists({ message: 'x', $metadata: {} }));
    await machines.start(input);
    await machines.start(input);
    expect(mock.commandCalls(StartExecutionCommand)[0]?.args[0].input).toEqual({
      stateMachineArn: 'arn:machine',
      name: 'loan_01JD0000000000000000000000-PROCESSING-2',
      input: JSON.stringify(input),
    });
  });

  it('are not started for a stage that has none', async () => {
    await machines.start({ ...input, stage: 'FUNDED' });
    expect(mock.calls()).toHaveLength(0);
  });

  it.each(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'])(
    'take an answer to a wait that has ended (%s) as done',
    async (name) => {
      mock.on(SendTaskSuccessCommand).rejects(named(name));
      await expect(machines.answer('token', 'LEFT')).resolves.toBeUndefined();
    },
  );

  it('that do not answer are Unavailable', async () => {
    mock
      .on(SendTaskSuccessCommand)
      .rejects(named('ThrottlingException'))
      .on(StartExecutionCommand)
      .rejects(named('ThrottlingException'));
    await expect(machines.answer('token', 'SATISFIED')).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(machines.start(input)).rejects.toMatchObject({ kind: 'unavailable' });
  });
});
