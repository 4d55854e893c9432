/** One test of a rule: what was put in, what it was held against, and whether it passed. */
export interface RuleCheck {
  /** A short name, such as `points-and-fees`. */
  rule: string;
  passed: boolean;
  citation: string;
  /** Inputs and thresholds used; amounts in cents, rates in parts per million. */
  used: Readonly<Record<string, number | string | boolean>>;
}
