import { AwsError, type EngineContext, type Timer } from '../service.ts';
import { deliveries } from './deliveries.ts';
import { scheduleBook, type Group, type Schedule } from './schedule-book.ts';
import { nextInstant, parseScheduleExpression, type ScheduleExpression } from './schedule-expression.ts';
import type { ScheduleRequest } from './schedule-request.ts';
import { isTimeZone } from './time-zone.ts';

export type SchedulerEngine = ReturnType<typeof createSchedulerEngine>;

/** Fires schedules over the given store; a new engine over the same store goes on, and fires once what was missed. */
export function createSchedulerEngine(context: EngineContext) {
  const { clock, scheduler, region, account } = context;
  const book = scheduleBook(context.store);
  const timers = new Map<string, Timer>();
  const sending = deliveries(context, book);

  function expressionOf(request: ScheduleRequest): ScheduleExpression {
    const { ScheduleExpression: text, ScheduleExpressionTimezone: zone } = request;
    if (!isTimeZone(zone))
      throw new AwsError('ValidationException', `Invalid ScheduleExpressionTimezone ${zone}.`);
    const expression = parseScheduleExpression(text, zone);
    if (expression === undefined)
      throw new AwsError('ValidationException', `Invalid Schedule Expression ${text}.`);
    return expression;
  }

  /**
   * The firing after an instant, within StartDate and EndDate; a new rate fires at once when it has no StartDate, and an
   * `at` that is past is still owed when it never fired.
   */
  function firingAfter(schedule: Schedule, afterMs: number, isFirst: boolean): number | undefined {
    const expression = expressionOf(schedule);
    if (schedule.State === 'DISABLED') return undefined;
    if (expression.kind === 'at') return isFirst ? expression.instant : undefined;
    const { StartDate, EndDate = Infinity, createdAt } = schedule;
    const fromMs = isFirst && expression.kind === 'rate' ? afterMs - 1 : afterMs;
    const next = nextInstant(expression, Math.max(fromMs, (StartDate ?? 0) - 1), StartDate ?? createdAt);
    return next !== undefined && next <= EndDate ? next : undefined;
  }

  function arm(schedule: Schedule): void {
    timers.get(schedule.arn)?.cancel();
    timers.delete(schedule.arn);
    if (schedule.nextAt === undefined) return;
    timers.set(
      schedule.arn,
      scheduler.at(schedule.nextAt, () => fire(schedule.GroupName, schedule.Name)),
    );
  }

  /** The firing and what comes after it are one transaction; several missed firings are one. */
  function fire(group: string, name: string): void {
    const schedule = book.schedule(group, name);
    if (schedule?.nextAt === undefined || schedule.nextAt > clock.now()) return;
    const scheduledAt = schedule.nextAt;
    delete schedule.nextAt;
    const next = firingAfter(schedule, clock.now(), false);
    if (next !== undefined) schedule.nextAt = next;
    const delivery = sending.create(schedule, scheduledAt);
    book.transaction(() => {
      book.put(schedule);
      book.putDelivery(delivery);
    });
    arm(schedule);
    sending.send(delivery);
  }

  function save(request: ScheduleRequest, createdAt: number): Schedule {
    const { GroupName, Name } = request;
    const arn = `arn:aws:scheduler:${region}:${account}:schedule/${GroupName}/${Name}`;
    const schedule: Schedule = { ...request, arn, createdAt, modifiedAt: clock.now() };
    const nextAt = firingAfter(schedule, clock.now(), true);
    if (nextAt !== undefined) schedule.nextAt = nextAt;
    book.put(schedule);
    arm(schedule);
    return schedule;
  }

  function getGroup(name: string): Group {
    const group = book.group(name) ?? (name === 'default' ? groupOf(name, 0) : undefined);
    if (group === undefined)
      throw new AwsError('ResourceNotFoundException', `Schedule group ${name} does not exist.`, 404);
    return group;
  }

  function groupOf(name: string, at: number): Group {
    return {
      name,
      arn: `arn:aws:scheduler:${region}:${account}:schedule-group/${name}`,
      createdAt: at,
      modifiedAt: at,
    };
  }

  function get(group: string, name: string): Schedule {
    const schedule = book.schedule(group, name);
    if (schedule === undefined)
      throw new AwsError('ResourceNotFoundException', `Schedule ${name} does not exist.`, 404);
    return schedule;
  }

  function remove(group: string, name: string): void {
    const { arn } = get(group, name);
    timers.get(arn)?.cancel();
    timers.delete(arn);
    book.remove(group, name);
  }

  return {
    get,
    remove,
    getGroup,
    schedules: book.schedules,
    groups: (): Group[] => [getGroup('default'), ...book.groups().filter(({ name }) => name !== 'default')],
    /** `ConflictException` when it is there, unless the same ClientToken made it. */
    create: (request: ScheduleRequest): Schedule => {
      getGroup(request.GroupName);
      const known = book.schedule(request.GroupName, request.Name);
      if (known === undefined) return save(request, clock.now());
      if (request.ClientToken !== undefined && known.ClientToken === request.ClientToken) return known;
      throw new AwsError('ConflictException', `Schedule ${request.Name} already exists.`, 409);
    },
    /** Replaces every field: what is not given is back at its default. */
    update: (request: ScheduleRequest): Schedule =>
      save(request, get(request.GroupName, request.Name).createdAt),
    createGroup: (name: string): Group => {
      if (name === 'default' || book.group(name) !== undefined)
        throw new AwsError('ConflictException', `Schedule group ${name} already exists.`, 409);
      const group = groupOf(name, clock.now());
      book.putGroup(group);
      return group;
    },
    /** With its schedules. */
    removeGroup: (name: string): void => {
      getGroup(name);
      if (name === 'default')
        throw new AwsError('ValidationException', 'The default group cannot be deleted.');
      for (const { Name } of book.schedules(name)) remove(name, Name);
      book.removeGroup(name);
    },
    /** What a template declares: creates or updates; the same again changes nothing, not even a firing that is due. */
    declare: (request: ScheduleRequest): void => {
      const known = book.schedule(request.GroupName, request.Name);
      if (known !== undefined && sameRequest(known, request)) return;
      save(request, known?.createdAt ?? clock.now());
    },
    declareGroup: (name: string): void => {
      if (name !== 'default' && book.group(name) === undefined) book.putGroup(groupOf(name, clock.now()));
    },
    start: (): void => {
      for (const schedule of book.schedules()) arm(schedule);
      for (const delivery of book.deliveries()) sending.resume(delivery);
    },
    stop: (): void => {
      for (const timer of timers.values()) timer.cancel();
      timers.clear();
      sending.stop();
    },
  };
}

function sameRequest(schedule: Schedule, request: ScheduleRequest): boolean {
  const { arn: _arn, createdAt: _created, modifiedAt: _modified, nextAt: _next, ...known } = schedule;
  const sorted = (value: object): string =>
    JSON.stringify(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
  return sorted(known) === sorted(request);
}
