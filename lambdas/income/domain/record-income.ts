import type { Cited, Evidence } from '../../rules/income/evidence.ts';
import type { IncomeFacts } from '../../rules/income/income-facts.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';
import type { EmploymentRecord } from './employment-record.ts';

/** A field of an employer's record, by the report that it stands in; whose reply it was stands in the provenance. */
const recordEvidence = ({ reportId }: EmploymentRecord, field: string): Evidence => ({
  source: 'employer-record',
  documentId: reportId,
  field,
});

export const recordCents = (
  record: EmploymentRecord,
  field: string,
  value: Cents | undefined,
): Cited<Cents> | undefined =>
  value === undefined ? undefined : { value, evidence: recordEvidence(record, field) };

export const hiredOn = (record: EmploymentRecord): Cited<CalendarDate> | undefined =>
  record.hiredOn === undefined
    ? undefined
    : { value: record.hiredOn, evidence: recordEvidence(record, 'hired_date') };

/** Base pay as the employer states it; undefined for a pay unit that has no month (`other`). */
export function recordedBase(record: EmploymentRecord): IncomeFacts | undefined {
  const { payRate, hoursPerWeekHundredths } = record;
  if (!payRate || payRate.unit === 'other') return undefined;
  const amount = { value: payRate.amountCents, evidence: recordEvidence(record, 'salary.pay_rate.amount') };
  if (payRate.unit === 'hourly') {
    return {
      kind: 'hourly',
      hourlyRateCents: amount,
      ...(hoursPerWeekHundredths === undefined
        ? {}
        : {
            hoursPerWeekHundredths: {
              value: hoursPerWeekHundredths,
              evidence: recordEvidence(record, 'salary.hours_per_week'),
            },
          }),
    };
  }
  return {
    kind: 'salary',
    amountPerPeriodCents: amount,
    payFrequency: { value: payRate.unit, evidence: recordEvidence(record, 'salary.pay_rate.unit') },
  };
}
