import { addBusinessDays, regZPreciseDay } from '../../shared/business-days.ts';
import type { BusinessDayRule } from '../../shared/business-days.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { ClockDate } from './clock-date.ts';

/** 1026.19(f)(1)(ii)(A), precise business days. */
const DAYS_BEFORE_CONSUMMATION = 3;
const MAILBOX_DAYS = 3;

/** The first day the loan may close after the consumer received the Closing Disclosure, or one that restarts the wait. */
export const consummationAfterDisclosure = (receivedOn: CalendarDate, restarts = false): ClockDate => ({
  on: addBusinessDays(receivedOn, DAYS_BEFORE_CONSUMMATION, regZPreciseDay),
  reason: `third business day after the ${restarts ? 'corrected ' : ''}Closing Disclosure was received`,
  citation: restarts ? '1026.19(f)(2)(ii)' : '1026.19(f)(1)(ii)(A)',
});

/** The last day to hand it over for a given closing. */
export const disclosureInPersonBy = (consummationOn: CalendarDate): ClockDate => ({
  on: addBusinessDays(consummationOn, -DAYS_BEFORE_CONSUMMATION, regZPreciseDay),
  reason: 'third business day before consummation',
  citation: '1026.19(f)(1)(ii)(A)',
});

/** The last day to mail, email or courier it for a given closing, when nothing shows earlier receipt. */
export const disclosureSentBy = (consummationOn: CalendarDate): ClockDate => ({
  on: addBusinessDays(disclosureInPersonBy(consummationOn).on, -MAILBOX_DAYS, regZPreciseDay),
  reason: 'three business days to be received, then three before consummation',
  citation: '1026.19(f)(1)(iii)',
});

/** The day on which the consumer may ask to see the Closing Disclosure as it stands. */
export const inspectionDay = (consummationOn: CalendarDate, officeDays: BusinessDayRule): ClockDate => ({
  on: addBusinessDays(consummationOn, -1, officeDays),
  reason: 'the business day before consummation: the consumer may inspect the Closing Disclosure',
  citation: '1026.19(f)(2)(i)',
});
