import type { Cited, Evidence } from '../../rules/income/evidence.ts';
import type { IncomeFacts } from '../../rules/income/income-facts.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';
import type { EmploymentRecord } from './employment-record.ts';

/** A field of the employer's record; which reply it was stands in the calculation's provenance. */
const recordEvidence = (field: string): Evidence => ({ source: 'employer-record', field });

export const recordCents = (field: string, value: Cents | undefined): Cited<Cents> | undefined =>
  value === undefined ? undefined : { value, evidence: recordEvidence(field) };

export const hiredOn = ({ hiredOn: day }: EmploymentRecord): Cited<CalendarDate> | undefined =>
  day === undefined ? undefined : { value: day, evidence: recordEvidence('hired_date') };

/** Base pay as the employer states it; undefined for a pay unit that has no month (`other`). */
export function recordedBase({ payRate, hoursPerWeekHundredths }: EmploymentRecord): IncomeFacts | undefined {
  if (!payRate || payRate.unit === 'other') return undefined;
  const amount = { value: payRate.amountCents, evidence: recordEvidence('salary.pay_rate.amount') };
  if (payRate.unit === 'hourly') {
    return {
      kind: 'hourly',
      hourlyRateCents: amount,
      ...(hoursPerWeekHundredths === undefined
        ? {}
        : {
            hoursPerWeekHundredths: {
              value: hoursPerWeekHundredths,
              evidence: recordEvidence('salary.hours_per_week'),
            },
          }),
    };
  }
  return {
    kind: 'salary',
    amountPerPeriodCents: amount,
    payFrequency: { value: payRate.unit, evidence: recordEvidence('salary.pay_rate.unit') },
  };
}
