export type Severity = 'info' | 'warning' | 'blocking';

/** What a check found: `info` is worth knowing, `warning` a person looks at, `blocking` forbids acceptance. */
export interface Finding {
  /** Stable code, `pay-stub.net-below-gross`. */
  rule: string;
  severity: Severity;
  /** Names of the fields that the reason rests on. */
  fields: readonly string[];
  /** Plain words; figures of the document, no identifiers. */
  reason: string;
}

/** What the loan says about the people; the day is injected. */
export interface LoanFacts {
  borrowers: readonly { fullName: string }[];
  employerName?: string;
  statedMonthlyIncomeCents?: number;
  /** The application's day, or today: what freshness is counted from. */
  asOf: string;
}

export function finding(
  rule: string,
  severity: Severity,
  fields: readonly string[],
  reason: string,
): Finding {
  return { rule, severity, fields, reason };
}
