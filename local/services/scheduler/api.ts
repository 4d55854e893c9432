import * as z from 'zod';
import { action, type Actions } from '../aws-json.ts';
import type { Json } from '../service.ts';
import type { SchedulerEngine } from './engine.ts';
import type { Group, Schedule } from './schedule-book.ts';
import { groupSchema, scheduleSchema } from './schedule-request.ts';

const named = z.object({ Name: z.string().min(1), GroupName: z.string().min(1).default('default') });
const paging = {
  NamePrefix: z.string().default(''),
  NextToken: z.string().optional(),
  MaxResults: z.coerce.number().int().min(1).max(100).default(100),
};
const listSchema = z.object({ GroupName: z.string().optional(), State: z.string().optional(), ...paging });
const seconds = (epochMs: number): number => epochMs / 1000;

/** The actions of the EventBridge Scheduler API, inputs and replies in the API's own shapes (instants in epoch seconds). */
export function schedulerActions(engine: SchedulerEngine): Actions {
  return {
    CreateSchedule: action(scheduleSchema, (request) => ({ ScheduleArn: engine.create(request).arn })),
    UpdateSchedule: action(scheduleSchema, (request) => ({ ScheduleArn: engine.update(request).arn })),
    GetSchedule: action(named, ({ GroupName, Name }) => described(engine.get(GroupName, Name))),
    DeleteSchedule: action(named, ({ GroupName, Name }) => engine.remove(GroupName, Name)),
    ListSchedules: action(listSchema, ({ GroupName, State, ...query }) => {
      const all = engine
        .schedules(GroupName)
        .filter((schedule) => State === undefined || schedule.State === State);
      const { items, NextToken } = page(
        all,
        ({ GroupName, Name }) => `${GroupName}/${Name}`,
        ({ Name }) => Name,
        query,
      );
      return { Schedules: items.map(summary), ...NextToken };
    }),
    CreateScheduleGroup: action(groupSchema, ({ Name }) => ({
      ScheduleGroupArn: engine.createGroup(Name).arn,
    })),
    GetScheduleGroup: action(named, ({ Name }) => describedGroup(engine.getGroup(Name))),
    DeleteScheduleGroup: action(named, ({ Name }) => engine.removeGroup(Name)),
    ListScheduleGroups: action(z.object(paging), (query) => {
      const { items, NextToken } = page(
        engine.groups(),
        ({ name }) => name,
        ({ name }) => name,
        query,
      );
      return { ScheduleGroups: items.map(describedGroup), ...NextToken };
    }),
  };
}

function described(schedule: Schedule): object {
  const {
    arn,
    createdAt,
    modifiedAt,
    nextAt: _next,
    ClientToken: _token,
    StartDate,
    EndDate,
    ...rest
  } = schedule;
  return {
    ...rest,
    Arn: arn,
    CreationDate: seconds(createdAt),
    LastModificationDate: seconds(modifiedAt),
    ...(StartDate !== undefined && { StartDate: seconds(StartDate) }),
    ...(EndDate !== undefined && { EndDate: seconds(EndDate) }),
  };
}

function summary({
  arn,
  Name,
  GroupName,
  State,
  createdAt,
  modifiedAt,
  Target,
}: Schedule): Record<string, Json> {
  const dates = { CreationDate: seconds(createdAt), LastModificationDate: seconds(modifiedAt) };
  return { Arn: arn, Name, GroupName, State, Target: { Arn: Target.Arn }, ...dates };
}

function describedGroup({ arn, name, createdAt, modifiedAt }: Group): Record<string, Json> {
  const dates = { CreationDate: seconds(createdAt), LastModificationDate: seconds(modifiedAt) };
  return { Arn: arn, Name: name, State: 'ACTIVE', ...dates };
}

function page<T>(
  all: T[],
  keyOf: (item: T) => string,
  nameOf: (item: T) => string,
  {
    NamePrefix,
    NextToken,
    MaxResults,
  }: { NamePrefix: string; NextToken?: string | undefined; MaxResults: number },
): { items: T[]; NextToken: { NextToken?: string } } {
  const last = NextToken === undefined ? '' : Buffer.from(NextToken, 'base64').toString('utf8');
  const rest = all.filter((item) => nameOf(item).startsWith(NamePrefix) && keyOf(item) > last);
  const sorted = rest.sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
  const items = sorted.slice(0, MaxResults);
  const isLast = items.length === sorted.length;
  return {
    items,
    NextToken: isLast ? {} : { NextToken: Buffer.from(keyOf(items.at(-1)!)).toString('base64') },
  };
}
