import type { MissingFact } from '../../rules/income/income-result.ts';
import { addDays, partsOf } from '../../shared/calendar.ts';
import { factNamed, newestPayStub, paidThrough } from './pay-evidence.ts';
import type { WeighedJob } from './weigh-job.ts';

/** A second job counts after a year: two are recommended, twelve months may be accepted (B3-3.1-05). */
const leastDays = 365;

/** Has the second job been held for a year, by the employer's day of hire or by a W-2 of the year before? */
export function heldLongEnough({ job: { documents }, record }: Pick<WeighedJob, 'job' | 'record'>): boolean {
  const stub = newestPayStub(documents);
  const through = stub && paidThrough(stub)?.value;
  if (!through) return false;
  if (record?.hiredOn !== undefined) return addDays(record.hiredOn, leastDays) <= through;
  const before = String(partsOf(through).year - 1);
  return documents.some((one) => one.type === 'w2' && factNamed(one, 'year')?.value === before);
}

export const historyMissing: MissingFact = {
  field: 'history',
  reason:
    'a further job counts when it has been held for twelve months at least: the employer’s day of hire, or its W-2 of the year before, is needed',
  citation: 'Fannie Mae Selling Guide B3-3.1-05 (secondary employment income)',
};
