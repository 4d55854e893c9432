import * as z from 'zod';
import { type CalendarDate, isCalendarDate } from '../../shared/calendar.ts';
import { cents, type Cents } from '../../shared/money.ts';
import { type EmploymentRecord, type payUnits } from '../domain/employment-record.ts';

const wrapped = z.object({ canonical_value: z.string() }).nullish();
const text = z.string().nullish();

/** The parts of Truework's `OrderVerificationReportResource` (version 2023-10-30) that we use; the rest is not read. */
export const TrueworkReport = z.object({
  id: z.string().min(1).max(200),
  current_as_of: z.iso.date(),
  employer: z.object({ name: text }).nullish(),
  employee: z
    .object({
      status: wrapped,
      hired_date: text,
      termination_date: text,
      salary: z
        .object({
          hours_per_week: text,
          pay_rate: z.object({ amount: text, unit: wrapped }).nullish(),
        })
        .nullish(),
      earnings: z
        .array(
          z.object({ year: text, base: text, overtime: text, bonus: text, commission: text, total: text }),
        )
        .nullish(),
    })
    .nullish(),
});
type TrueworkReport = z.infer<typeof TrueworkReport>;

const units: Readonly<Record<string, (typeof payUnits)[number]>> = {
  hourly: 'hourly',
  weekly: 'weekly',
  biweekly: 'biweekly',
  semimonthly: 'semimonthly',
  monthly: 'monthly',
  annually: 'annual',
};

/** The report in our words, or undefined where it says that there is no such employee. */
export function recordOf(report: TrueworkReport): EmploymentRecord | undefined {
  const { employee, employer } = report;
  const status = employee?.status?.canonical_value;
  if (!employee || status === 'non-employee' || !employer?.name) return undefined;
  const rate = employee.salary?.pay_rate;
  const rateCents = centsOf(rate?.amount);
  const hours = hundredthsOf(employee.salary?.hours_per_week);
  const hiredOn = dayOf(employee.hired_date);
  const endedOn = dayOf(employee.termination_date);
  return {
    reportId: report.id,
    asOf: report.current_as_of as CalendarDate,
    employerName: employer.name,
    status: status === 'active' ? 'active' : status === 'inactive' ? 'inactive' : 'unknown',
    ...(hiredOn ? { hiredOn } : {}),
    ...(endedOn ? { endedOn } : {}),
    ...(rateCents === undefined
      ? {}
      : {
          payRate: { amountCents: rateCents, unit: units[rate?.unit?.canonical_value ?? ''] ?? 'other' },
        }),
    ...(hours === undefined || hours === 0 || hours > 16_800 ? {} : { hoursPerWeekHundredths: hours }),
    earnings: (employee.earnings ?? []).flatMap((earned) => {
      const year = /^\d{4}$/.test(earned.year ?? '') ? Number.parseInt(earned.year ?? '', 10) : undefined;
      return year === undefined || year < 1990 || year > 2100 ? [] : [{ year, ...yearOf(earned) }];
    }),
  };
}

function yearOf(
  earned: Partial<Record<'base' | 'overtime' | 'bonus' | 'commission' | 'total', string | null>>,
) {
  const named = (name: string, amount: Cents | undefined) => (amount === undefined ? {} : { [name]: amount });
  return {
    ...named('baseCents', centsOf(earned.base)),
    ...named('overtimeCents', centsOf(earned.overtime)),
    ...named('bonusCents', centsOf(earned.bonus)),
    ...named('commissionCents', centsOf(earned.commission)),
    ...named('totalCents', centsOf(earned.total)),
  };
}

/** `40.0000` is 4,000 cents; a fraction of a cent is refused, not rounded. */
function centsOf(amount: string | null | undefined): Cents | undefined {
  const hundredths = hundredthsOf(amount);
  return hundredths === undefined ? undefined : cents(hundredths);
}

function hundredthsOf(amount: string | null | undefined): number | undefined {
  const [matched, whole = '', fraction = ''] = /^(\d{1,11})(?:\.(\d{1,2})0*)?$/.exec(amount ?? '') ?? [];
  return matched === undefined ? undefined : Number.parseInt(`${whole}${fraction.padEnd(2, '0')}`, 10);
}

function dayOf(day: string | null | undefined): CalendarDate | undefined {
  return day && isCalendarDate(day) ? day : undefined;
}
