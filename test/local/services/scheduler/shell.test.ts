import {
  CreateScheduleCommand,
  CreateScheduleGroupCommand,
  DeleteScheduleCommand,
  DeleteScheduleGroupCommand,
  GetScheduleCommand,
  GetScheduleGroupCommand,
  ListScheduleGroupsCommand,
  ListSchedulesCommand,
  SchedulerClient,
  UpdateScheduleCommand,
  type CreateScheduleCommandInput,
} from '@aws-sdk/client-scheduler';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSchedulerService } from '../../../../local/services/scheduler/shell.ts';
import { engineContext } from '../../../support/engine-context.ts';
import { serveService, type ServedService } from '../../../support/serve-service.ts';

const Target = {
  Arn: 'arn:aws:sqs:us-east-1:000000000000:reminders',
  RoleArn: 'arn:aws:iam::000000000000:role/scheduler',
  Input: '{}',
};

function input(Name: string, rest: Partial<CreateScheduleCommandInput> = {}): CreateScheduleCommandInput {
  return {
    Name,
    ScheduleExpression: 'at(2026-04-01T09:00:00)',
    FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 5 },
    Target,
    ...rest,
  };
}

describe('EventBridge Scheduler over the wire', () => {
  const context = engineContext();
  const service = createSchedulerService(context);
  let served: ServedService;
  let client: SchedulerClient;

  beforeAll(async () => {
    served = await serveService(service);
    client = new SchedulerClient(served.client);
  });
  afterAll(async () => {
    client.destroy();
    await served.close();
  });

  it('a schedule is created, read, replaced and deleted', async () => {
    const StartDate = new Date('2026-03-03T00:00:00Z');
    const created = await client.send(
      new CreateScheduleCommand(
        input('need-1', { StartDate, Description: 'first', ActionAfterCompletion: 'DELETE' }),
      ),
    );
    expect(created.ScheduleArn).toBe('arn:aws:scheduler:us-east-1:000000000000:schedule/default/need-1');
    expect(await client.send(new GetScheduleCommand({ Name: 'need-1' }))).toMatchObject({
      Name: 'need-1',
      GroupName: 'default',
      State: 'ENABLED',
      StartDate,
      Description: 'first',
      ScheduleExpressionTimezone: 'UTC',
      ActionAfterCompletion: 'DELETE',
      Target,
      CreationDate: new Date('2026-03-02T15:00:00Z'),
    });
    await client.send(new UpdateScheduleCommand(input('need-1', { State: 'DISABLED' })));
    const replaced = await client.send(new GetScheduleCommand({ Name: 'need-1' }));
    expect(replaced).toMatchObject({ State: 'DISABLED', ActionAfterCompletion: 'NONE' });
    expect(replaced.Description).toBeUndefined();
    await client.send(new DeleteScheduleCommand({ Name: 'need-1' }));
    await expect(client.send(new GetScheduleCommand({ Name: 'need-1' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  it('groups hold schedules, and take them along when they go', async () => {
    await client.send(new CreateScheduleGroupCommand({ Name: 'reminders' }));
    for (const name of ['a-1', 'a-2', 'b-1'])
      await client.send(new CreateScheduleCommand(input(name, { GroupName: 'reminders' })));
    const first = await client.send(
      new ListSchedulesCommand({ GroupName: 'reminders', NamePrefix: 'a', MaxResults: 1 }),
    );
    const second = await client.send(
      new ListSchedulesCommand({
        GroupName: 'reminders',
        NamePrefix: 'a',
        MaxResults: 1,
        NextToken: first.NextToken,
      }),
    );
    expect([...first.Schedules!, ...second.Schedules!].map(({ Name }) => Name)).toEqual(['a-1', 'a-2']);
    expect(second.NextToken).toBeUndefined();
    expect(await client.send(new GetScheduleGroupCommand({ Name: 'reminders' }))).toMatchObject({
      State: 'ACTIVE',
    });
    expect(
      (await client.send(new ListScheduleGroupsCommand({}))).ScheduleGroups?.map(({ Name }) => Name),
    ).toEqual(['default', 'reminders']);
    await client.send(new DeleteScheduleGroupCommand({ Name: 'reminders' }));
    expect((await client.send(new ListSchedulesCommand({}))).Schedules).toEqual([]);
  });

  it.each([
    ['the same name twice', input('twice'), 'ConflictException'],
    ['an expression that is none', input('x', { ScheduleExpression: 'cron(1 2 3)' }), 'ValidationException'],
    [
      'a zone that is none',
      input('x', { ScheduleExpressionTimezone: 'Mars/Olympus' }),
      'ValidationException',
    ],
    ['a group that is not there', input('x', { GroupName: 'nowhere' }), 'ResourceNotFoundException'],
    ['a name with blanks', input('x y'), 'ValidationException'],
  ])('%s is refused by name', async (_title, request, name) => {
    if (name === 'ConflictException') await client.send(new CreateScheduleCommand(request));
    await expect(client.send(new CreateScheduleCommand(request))).rejects.toMatchObject({ name });
  });

  it('the same client token makes the schedule once', async () => {
    const request = input('tokened', { ClientToken: 'once' });
    const first = await client.send(new CreateScheduleCommand(request));
    expect((await client.send(new CreateScheduleCommand(request))).ScheduleArn).toBe(first.ScheduleArn);
  });

  it('a template declares groups and schedules', async () => {
    const resource = { stack: 's', attributes: {} };
    service.provision({
      ...resource,
      logicalId: 'G',
      type: 'AWS::Scheduler::ScheduleGroup',
      properties: { Name: 'nightly' },
      ref: 'nightly',
    });
    service.provision({
      ...resource,
      logicalId: 'S',
      type: 'AWS::Scheduler::Schedule',
      properties: {
        GroupName: 'nightly',
        ScheduleExpression: 'cron(0 3 * * ? *)',
        ScheduleExpressionTimezone: 'America/New_York',
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target,
      },
      ref: 'sweep',
    });
    expect(await client.send(new GetScheduleCommand({ GroupName: 'nightly', Name: 'sweep' }))).toMatchObject({
      ScheduleExpression: 'cron(0 3 * * ? *)',
    });
  });

  it('neighbours create a schedule by call', async () => {
    await service.call('CreateSchedule', {
      Name: 'by-machine',
      ScheduleExpression: 'rate(1 day)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target,
    });
    expect(service.engine.get('default', 'by-machine').ScheduleExpression).toBe('rate(1 day)');
  });
});
