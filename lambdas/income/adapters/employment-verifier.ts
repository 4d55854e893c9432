import type { CallOutcome, LookUp } from '../../shared/effects.ts';
import type { ProviderAnswer } from '../domain/verification.ts';

/** Who is asked about; held in memory for one call and never kept, logged or thrown. */
export interface Applicant {
  firstName: string;
  lastName: string;
  ssn: string;
  birthOn?: string | undefined;
}

export interface EmploymentOrder {
  /** Our effect's id: the provider finds the order by it. */
  clientReference: string;
  loanId: string;
  employerName: string;
  permissiblePurpose: 'credit-application';
  applicant: Applicant;
}

/**
 * A provider of employment and income records. Every method throws `unavailable` when there is no telling: a time-out,
 * 429, 5xx, an answer that cannot be read, and a refusal of our own credentials.
 */
export interface EmploymentVerifier {
  /** `refused` codes: `ConsumerFreeze`, `OrderRefused`. The provider does not dedupe: call it through an effect. */
  place(order: EmploymentOrder): Promise<CallOutcome>;
  findByReference(clientReference: string): Promise<LookUp>;
  check(orderId: string): Promise<ProviderAnswer>;
}
