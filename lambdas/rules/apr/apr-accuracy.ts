import { ppm } from '../../shared/rate.ts';
import type { Ppm } from '../../shared/rate.ts';

/** 1026.22(a)(2): one eighth of a point in a regular transaction. */
const REGULAR_TOLERANCE = ppm(1_250);

/** 1026.22(a)(3): one quarter in an irregular one: several advances, irregular periods or irregular amounts. */
const IRREGULAR_TOLERANCE = ppm(2_500);

export interface AprToJudge {
  disclosedPpm: Ppm;
  actualPpm: Ppm;
  /** An odd first period or an odd first or last payment alone does not make it so (comment 22(a)(3)-1). */
  isIrregular: boolean;
  /** For a loan secured by real property or a dwelling whose finance charge was disclosed wrongly, within tolerance. */
  mortgage?: {
    financeChargeIsAccurate: boolean;
    /** The rate that the disclosed, wrong finance charge leads to. */
    rateOfDisclosedFinanceChargePpm: Ppm;
  };
}

export interface AprJudgement {
  isAccurate: boolean;
  citation: string;
}

/** Whether a disclosed annual percentage rate is held accurate, and by which paragraph. */
export function judgeApr({ disclosedPpm, actualPpm, isIrregular, mortgage }: AprToJudge): AprJudgement {
  const tolerance = isIrregular ? IRREGULAR_TOLERANCE : REGULAR_TOLERANCE;
  const citation = isIrregular ? '1026.22(a)(3)' : '1026.22(a)(2)';
  if (Math.abs(disclosedPpm - actualPpm) <= tolerance) return { isAccurate: true, citation };
  if (!mortgage?.financeChargeIsAccurate) return { isAccurate: false, citation };
  const resulting = mortgage.rateOfDisclosedFinanceChargePpm;
  if (disclosedPpm === resulting) return { isAccurate: true, citation: '1026.22(a)(4)' };
  // (a)(5): an error in the same direction as the finance charge's, and closer to the actual rate than (a)(4) allows
  const between =
    (disclosedPpm < actualPpm && disclosedPpm > resulting) ||
    (disclosedPpm > actualPpm && disclosedPpm < resulting);
  return { isAccurate: between, citation: between ? '1026.22(a)(5)' : citation };
}
