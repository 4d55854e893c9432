import { cents } from '../../shared/money.ts';
import { ppm } from '../../shared/rate.ts';
import { solveGeneralEquation } from '../apr/general-equation.ts';
import type { Cents } from '../../shared/money.ts';
import type { Ppm } from '../../shared/rate.ts';
import type { Schedule } from '../amortization/amortize.ts';

export interface RegularLoan {
  loanAmountCents: Cents;
  prepaidFinanceChargeCents: Cents;
  mortgageInsurance?: { monthlyCents: Cents; payments: number };
}

/**
 * The annual percentage rate of monthly payments with mortgage insurance, as if all periods were a month: an odd first
 * period may be ignored within the limits of 1026.17(c)(4) (`judgeFirstPeriod`). To three decimals of a percentage, 1026.37(o)(4)(ii); undefined when no rate solves.
 */
export function regularApr(
  { loanAmountCents, prepaidFinanceChargeCents, mortgageInsurance }: RegularLoan,
  { payments }: Schedule,
): Ppm | undefined {
  const insured = mortgageInsurance?.payments ?? 0;
  const premium = mortgageInsurance?.monthlyCents ?? cents(0);
  const flows = payments.map(({ paymentCents }, index) => ({
    amountCents: 0 - paymentCents - (index < insured ? premium : 0),
    whole: index + 1,
    fraction: 0,
  }));
  const advance = { amountCents: loanAmountCents - prepaidFinanceChargeCents, whole: 0, fraction: 0 };
  const solved = solveGeneralEquation([advance, ...flows]);
  // rounded once, to the thousandths of a percentage that forms print: ppm rounded again could be one too many
  return solved.kind === 'solved' ? ppm(10 * Math.round(solved.ratePerUnitPeriod * 12 * 100_000)) : undefined;
}
