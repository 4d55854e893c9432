import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { addBusinessDays, regXServicingDay } from '../../shared/business-days.ts';
import { addDays } from '../../shared/calendar.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { ClockDate } from '../trid/clock-date.ts';

/** A letter from a borrower that must be answered. */
export const BorrowerLetterSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('notice-of-error'),
    receivedOn: CalendarDateSchema,
    /** A wrong payoff figure, a foreclosure step that 41 forbids, or any other error of 35(b). */
    about: z.enum(['payoff-balance', 'foreclosure', 'other']).default('other'),
    saleOn: CalendarDateSchema.optional(),
    /** Told in writing, before the time is up, that more is needed. */
    isExtended: z.boolean().default(false),
  }),
  z.strictObject({
    kind: z.literal('information-request'),
    receivedOn: CalendarDateSchema,
    about: z.enum(['owner', 'other']).default('other'),
    isExtended: z.boolean().default(false),
  }),
]);
export type BorrowerLetter = z.output<typeof BorrowerLetterSchema>;

export interface ResponseDates {
  /** Not for an error corrected, or a request answered, within the time itself; nor for one about a sale within 7 days. */
  acknowledgeBy: ClockDate;
  respondBy: ClockDate;
}

/** 1024.35(d), (e) and 1024.36(c), (d): days without legal public holidays, Saturdays and Sundays. */
const DAYS = { acknowledge: 5, payoff: 7, owner: 10, respond: 30, extension: 15 } as const;

/** When a notice of error or a request for information is acknowledged and answered. */
export function responseDates(letter: BorrowerLetter): ResponseDates {
  const isError = letter.kind === 'notice-of-error';
  const acknowledgeBy = after(
    letter.receivedOn,
    DAYS.acknowledge,
    'receipt',
    isError ? '1024.35(d)' : '1024.36(c)',
  );
  return { acknowledgeBy, respondBy: isError ? correctBy(letter) : informBy(letter) };
}

function correctBy(letter: Extract<BorrowerLetter, { kind: 'notice-of-error' }>): ClockDate {
  const { receivedOn, about, saleOn, isExtended } = letter;
  if (about === 'payoff-balance')
    return after(receivedOn, DAYS.payoff, 'a wrong payoff balance', '1024.35(e)(3)(i)(A)');
  const usual = after(receivedOn, DAYS.respond, 'receipt', '1024.35(e)(3)(i)(C)');
  if (about === 'foreclosure') {
    const before = saleOn && addDays(saleOn, -1);
    const citation = '1024.35(e)(3)(i)(B)';
    return before && before < usual.on
      ? { on: before, reason: 'before the foreclosure sale', citation }
      : { ...usual, citation };
  }
  return isExtended
    ? after(receivedOn, DAYS.respond + DAYS.extension, 'receipt, extended', '1024.35(e)(3)(ii)')
    : usual;
}

function informBy(letter: Extract<BorrowerLetter, { kind: 'information-request' }>): ClockDate {
  const { receivedOn, about, isExtended } = letter;
  if (about === 'owner')
    return after(receivedOn, DAYS.owner, 'a question who owns the loan', '1024.36(d)(2)(i)(A)');
  return isExtended
    ? after(receivedOn, DAYS.respond + DAYS.extension, 'receipt, extended', '1024.36(d)(2)(ii)')
    : after(receivedOn, DAYS.respond, 'receipt', '1024.36(d)(2)(i)(B)');
}

const after = (on: CalendarDate, days: number, what: string, citation: string): ClockDate => ({
  on: addBusinessDays(on, days, regXServicingDay),
  reason: `${days} days after ${what}, without Saturdays, Sundays and legal public holidays`,
  citation,
});
