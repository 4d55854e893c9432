import {
  ConflictException,
  CreateScheduleCommand,
  DeleteScheduleCommand,
  ResourceNotFoundException,
  SchedulerClient,
} from '@aws-sdk/client-scheduler';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { schedulerReminders } from '../../../../lambdas/loans/adapters/reminders.ts';
import type { Instant } from '../../../../lambdas/shared/clock.ts';

const client = new SchedulerClient({ region: 'us-east-1' });
const mock = mockClient(client);
afterEach(() => mock.reset());
const need = {
  loanId: 'loan_01JD0000000000000000000000',
  needId: 'need_01JD0000000000000000000004',
} as const;
const reminders = schedulerReminders(
  { groupName: 'group', queueArn: 'arn:queue', deadLettersArn: 'arn:dead', roleArn: 'arn:role' },
  client,
);

describe('a reminder', () => {
  it('is a schedule of its own that goes away by itself, and set again is the same', async () => {
    mock
      .on(CreateScheduleCommand)
      .resolvesOnce({})
      .rejects(new ConflictException({ message: 'x', Message: 'x', $metadata: {} }));
    await reminders.set(need, 'reminder', '2026-11-26T14:00:00.000Z' as Instant);
    await reminders.set(need, 'reminder', '2026-11-26T14:00:00.000Z' as Instant);
    expect(mock.commandCalls(CreateScheduleCommand)[0]?.args[0].input).toMatchObject({
      Name: need.needId,
      GroupName: 'group',
      ScheduleExpression: 'at(2026-11-26T14:00:00)',
      ActionAfterCompletion: 'DELETE',
      Target: {
        Arn: 'arn:queue',
        RoleArn: 'arn:role',
        DeadLetterConfig: { Arn: 'arn:dead' },
        Input: JSON.stringify({ version: 1, ...need, about: 'reminder' }),
      },
    });
  });

  it('before the due day and the one after it are two, cancelled together', async () => {
    mock.on(CreateScheduleCommand).resolves({}).on(DeleteScheduleCommand).resolves({});
    for (const about of ['reminder', 'overdue'] as const)
      await reminders.set(need, about, '2026-11-26T14:00:00.000Z' as Instant);
    await reminders.cancel(need.needId);
    const named = (calls: { args: { input: { Name?: string | undefined } }[] }[]) =>
      calls.map(({ args }) => args[0]?.input.Name);
    const both = [need.needId, `${need.needId}-overdue`];
    expect(named(mock.commandCalls(CreateScheduleCommand) as never)).toEqual(both);
    expect(named(mock.commandCalls(DeleteScheduleCommand) as never)).toEqual(both);
  });

  it('that is gone is cancelled already', async () => {
    mock
      .on(DeleteScheduleCommand)
      .rejects(new ResourceNotFoundException({ message: 'x', Message: 'x', $metadata: {} }));
    await expect(reminders.cancel(need.needId)).resolves.toBeUndefined();
  });

  it('waits for a scheduler that does not answer', async () => {
    mock
      .on(CreateScheduleCommand)
      .rejects(new Error('down'))
      .on(DeleteScheduleCommand)
      .rejects(new Error('down'));
    await expect(
      reminders.set(need, 'reminder', '2026-11-26T14:00:00.000Z' as Instant),
    ).rejects.toMatchObject({
      kind: 'unavailable',
    });
    await expect(reminders.cancel(need.needId)).rejects.toMatchObject({ kind: 'unavailable' });
  });
});
