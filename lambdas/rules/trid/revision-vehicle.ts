import { revisedEstimateReceivedBy } from './revised-estimate-clock.ts';
import type { CalendarDate } from '../../shared/calendar.ts';

export interface RevisionVehicle {
  vehicle: 'revised-loan-estimate' | 'closing-disclosure';
  reason: string;
  citation: string;
}

export interface RevisionPlan {
  /** When the consumer would receive the revised Loan Estimate. */
  receivedOn: CalendarDate;
  /** When it would be provided. */
  providedOn: CalendarDate;
  /** When the first Closing Disclosure was, or is planned to be, provided. */
  closingDisclosureOn?: CalendarDate;
  consummationOn?: CalendarDate;
}

/** Which form carries a revised estimate. Since 2018 a Closing Disclosure may, at any time before consummation. */
export function revisionVehicle(plan: RevisionPlan): RevisionVehicle {
  const { receivedOn, providedOn, closingDisclosureOn, consummationOn } = plan;
  const citation = '1026.19(e)(4)(ii)';
  if (closingDisclosureOn && providedOn >= closingDisclosureOn) {
    const reason = 'no revised Loan Estimate on or after the day the Closing Disclosure is provided';
    return { vehicle: 'closing-disclosure', reason, citation };
  }
  if (consummationOn && receivedOn > revisedEstimateReceivedBy(consummationOn).on) {
    const reason = 'a revised Loan Estimate would come later than four business days before consummation';
    return { vehicle: 'closing-disclosure', reason, citation };
  }
  const reason =
    'before the Closing Disclosure, and received at least four business days before consummation';
  return { vehicle: 'revised-loan-estimate', reason, citation };
}
