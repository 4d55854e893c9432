import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import type { ClockDate } from './clock-date.ts';

/** The six pieces of information of 12 CFR 1026.2(a)(3)(ii); nothing else is needed for an application. */
export const applicationItems = [
  'name',
  'income',
  'socialSecurityNumber',
  'propertyAddress',
  'estimatedValue',
  'loanAmount',
] as const;

/** When each piece was submitted; a piece that is absent has not been. Never the piece itself. */
export const ItemsReceivedSchema = z.partialRecord(z.enum(applicationItems), CalendarDateSchema);
export type ItemsReceived = z.infer<typeof ItemsReceivedSchema>;

export type ApplicationReceived =
  | ({ kind: 'received' } & ClockDate)
  | { kind: 'not-yet'; missing: readonly (typeof applicationItems)[number][]; citation: string };

/** The day the last of the six pieces came, however many others are asked for (comment 2(a)(3)-1). */
export function applicationReceived(items: ItemsReceived): ApplicationReceived {
  const missing = applicationItems.filter((item) => items[item] === undefined);
  const dates = applicationItems.flatMap((item) => items[item] ?? []).sort();
  const on = dates.at(-1);
  if (missing.length > 0 || on === undefined)
    return { kind: 'not-yet', missing, citation: '1026.2(a)(3)(ii)' };
  const reason = 'the last of the six pieces of information was received';
  return { kind: 'received', on, reason, citation: '1026.2(a)(3)(ii)' };
}
