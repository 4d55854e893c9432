import type * as z from 'zod';
import { ConstructionPhaseSchema } from '../amortization/construction-permanent.ts';
import { constructionEstimate } from '../amortization/construction-estimate.ts';
import { formatDollars, multiplyByRatio, roundToCents } from '../../shared/money.ts';
import { halfUp } from '../../shared/rounding.ts';
import { periodicRate } from '../../shared/rate.ts';
import { rational } from '../../shared/rational.ts';
import { wholeDollarText } from './disclosure-text.ts';
import type { Cents } from '../../shared/money.ts';
import type { LoanTerm } from './loan-terms.ts';

export interface ConstructionPayments {
  /** Interest of a month as Appendix D estimates it: the first payment, and each of the phase in the projected payments. */
  monthlyCents: Cents;
  /** Interest of a month on all of the commitment. */
  mostCents: Cents;
  term: LoanTerm;
  /** The adjustable payments table's rows, where advances make the payment change; absent when it is fixed. */
  adjustable?: { firstChange: 'at 1st payment'; subsequentChanges: 'Every payment'; maximumPayment: string };
  citation: 'comment app. D-7.iv';
}

/**
 * Interest-only payments while a dwelling is built and advances are not known: where interest runs on what is advanced,
 * payments may rise from the first on, though the estimate is one amount.
 */
export function constructionPayments(input: z.input<typeof ConstructionPhaseSchema>): ConstructionPayments {
  const phase = ConstructionPhaseSchema.parse(input);
  const { commitmentCents, ratePpm, constructionMonths, interestOn } = phase;
  const { interestCents } = constructionEstimate(phase);
  const monthlyCents = roundToCents(rational(interestCents, constructionMonths), halfUp);
  const mostCents = multiplyByRatio(commitmentCents, periodicRate(ratePpm, 12), halfUp);
  const common = {
    term: 'Monthly Principal & Interest' as const,
    value: formatDollars(monthlyCents),
    citation: '1026.37(b)(3), (6)(iii), comment app. D-7.iv',
  };
  const citation = 'comment app. D-7.iv' as const;
  if (interestOn === 'commitment')
    return { monthlyCents, mostCents, term: { ...common, answer: 'NO', details: [] }, citation };
  const details = [
    'Adjusts every month starting in month 1',
    `Can go as high as ${wholeDollarText(mostCents)} in year 1`,
    `Includes only interest and no principal for the first ${constructionMonths} months`,
  ];
  return {
    monthlyCents,
    mostCents,
    term: { ...common, answer: 'YES', details },
    adjustable: {
      firstChange: 'at 1st payment',
      subsequentChanges: 'Every payment',
      maximumPayment: `${wholeDollarText(mostCents)} as early as the 1st payment`,
    },
    citation,
  };
}
