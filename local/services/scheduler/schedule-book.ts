import type { Store } from '../service.ts';
import type { ScheduleRequest, Target } from './schedule-request.ts';

const SCHEDULES = 'scheduler.schedule';
const GROUPS = 'scheduler.group';
const DELIVERIES = 'scheduler.delivery';

export interface Schedule extends ScheduleRequest {
  arn: string;
  createdAt: number;
  modifiedAt: number;
  /** When it fires next, epoch milliseconds; absent when it never will. */
  nextAt?: number;
}

export interface Group {
  arn: string;
  name: string;
  createdAt: number;
  modifiedAt: number;
}

/** One firing on its way to its target; gone when it has arrived or was given up. */
export interface Delivery {
  id: string;
  schedule: { arn: string; group: string; name: string };
  target: Target;
  scheduledAt: number;
  attempt: number;
  /** When the next attempt is due. */
  dueAt: number;
}

export type ScheduleBook = ReturnType<typeof scheduleBook>;

/** Everything the scheduler keeps; all state is in the given store. */
export function scheduleBook(store: Store) {
  const keyOf = (group: string, name: string): string => `${group}/${name}`;
  return {
    transaction: <T>(work: () => T): T => store.transaction(work),
    schedule: (group: string, name: string) => store.get<Schedule>(SCHEDULES, keyOf(group, name)),
    schedules: (group?: string) =>
      store
        .list<Schedule>(SCHEDULES, group === undefined ? {} : { prefix: `${group}/` })
        .map(([, schedule]) => schedule),
    put: (schedule: Schedule) => store.put(SCHEDULES, keyOf(schedule.GroupName, schedule.Name), schedule),
    remove: (group: string, name: string) => store.delete(SCHEDULES, keyOf(group, name)),
    group: (name: string) => store.get<Group>(GROUPS, name),
    groups: () => store.list<Group>(GROUPS).map(([, group]) => group),
    putGroup: (group: Group) => store.put(GROUPS, group.name, group),
    removeGroup: (name: string) => store.delete(GROUPS, name),
    deliveries: () => store.list<Delivery>(DELIVERIES).map(([, delivery]) => delivery),
    putDelivery: (delivery: Delivery) => store.put(DELIVERIES, delivery.id, delivery),
    removeDelivery: (id: string) => store.delete(DELIVERIES, id),
  };
}
