import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { weekdayOffice } from '../../shared/business-days.ts';
import type { OfficeDays } from '../../shared/business-days.ts';

const WeekdaySchema = z.literal([0, 1, 2, 3, 4, 5, 6]);

/** A creditor's office days as data, for the general business day of 12 CFR 1026.2(a)(6); 0 is Sunday. */
export const OfficeDaysSchema = z.strictObject({
  openWeekdays: z.array(WeekdaySchema).min(1),
  closedOnObservedHolidays: z.boolean(),
  closedOnHolidayDates: z.boolean(),
  closedOn: z.array(CalendarDateSchema).default([]),
  openOn: z.array(CalendarDateSchema).default([]),
}) satisfies z.ZodType<OfficeDays>;

/** Monday to Friday without federal holidays, unless stated. */
export const defaultOffice = (): z.infer<typeof OfficeDaysSchema> => ({
  ...weekdayOffice,
  openWeekdays: [...weekdayOffice.openWeekdays],
  closedOn: [],
  openOn: [],
});
