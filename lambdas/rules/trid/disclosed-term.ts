/** 1026.17(c)(5): a demand obligation without a stated maturity is disclosed as if of one year. */
const DEMAND_MONTHS = 12;

/** The term that disclosures are based on; a schedule of principal in the note itself states a maturity. */
export const disclosedTermMonths = (obligation: {
  isPayableOnDemand: boolean;
  statedMaturityMonths?: number;
}): number | undefined =>
  obligation.statedMaturityMonths ?? (obligation.isPayableOnDemand ? DEMAND_MONTHS : undefined);
