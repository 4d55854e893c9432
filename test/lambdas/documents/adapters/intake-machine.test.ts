import {
  ExecutionAlreadyExists,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { executionName, intakeMachine } from '../../../../lambdas/documents/adapters/intake-machine.ts';

const client = new SFNClient({ region: 'us-east-1' });
const sfn = mockClient(client);
const machine = intakeMachine('arn:machine', client);
const input = {
  version: 1,
  loanId: 'loan_01JD0000000000000000000000',
  documentId: 'doc_01JD0000000000000000000003',
  sourceVersionId: '3sL4kq/tJlcpXroDTDmJ+rmSpXd3dIb',
  correlationId: 'c-1',
} as const;
const metadata = { message: 'no', $metadata: {} };

beforeEach(() => sfn.reset());

describe('the intake machine', () => {
  it('is started under a name of document and version that Step Functions takes', async () => {
    await machine.start(input);
    const { args } = sfn.commandCalls(StartExecutionCommand)[0]!;
    expect(args[0].input).toEqual({
      stateMachineArn: 'arn:machine',
      name: executionName(input),
      input: JSON.stringify(input),
    });
    expect(executionName(input)).toMatch(/^[A-Za-z0-9_-]{1,80}$/);
    expect(executionName({ ...input, sourceVersionId: 'other' })).not.toBe(executionName(input));
  });

  it('that runs already is started', async () => {
    sfn.on(StartExecutionCommand).rejects(new ExecutionAlreadyExists(metadata));
    await expect(machine.start(input)).resolves.toBeUndefined();
  });

  it('that waits no more is answered', async () => {
    sfn.on(SendTaskSuccessCommand).rejects(new TaskTimedOut(metadata));
    await expect(machine.answer('token', 'accept')).resolves.toBeUndefined();
  });

  it('that cannot be reached is tried again', async () => {
    sfn.rejects(new Error('no route'));
    await expect(machine.start(input)).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(machine.answer('token', 'accept')).rejects.toMatchObject({ kind: 'unavailable' });
  });
});
