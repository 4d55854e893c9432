import {
  afterClosing,
  application,
  average,
  clocks,
  earlyFee,
  newWait,
  penalty,
  rescissionRight,
  tolerance,
} from './disclosures.ts';
import { amortization, apr, constructionPhase, constructionWhole, financeCharge } from './loan-arithmetic.ts';
import { businessDays, holidays } from './business-days.ts';
import {
  fees,
  hoepa,
  hpml,
  limits,
  loanRatios,
  maximumLoan,
  qm,
  repayment,
  underwriting,
} from './repayment.ts';
import { cash, product, projected, rateTable } from './forms.ts';
import { decisions } from './decisions.ts';
import { escrowEngines } from './escrow.ts';
import { forms, printedClosing, printedEstimate } from './disclosure.ts';
import { exemption, registerRow, spread, uli, uliCheck } from './hmda.ts';
import { income } from './income.ts';
import { late, payoff, replayed, statement, waterfall } from './servicing.ts';
import { servicingClocks } from './servicing-clocks.ts';
import { mismoEngines } from './mismo.ts';
import type { Engine } from './engine.ts';

/** Every engine that can be asked from a shell; the same code as the Lambdas call. */
export const engines: readonly Engine[] = [
  amortization,
  apr,
  constructionPhase,
  constructionWhole,
  financeCharge,
  businessDays,
  holidays,
  clocks,
  newWait,
  afterClosing,
  tolerance,
  rescissionRight,
  application,
  earlyFee,
  average,
  penalty,
  forms,
  printedEstimate,
  printedClosing,
  projected,
  cash,
  rateTable,
  product,
  fees,
  qm,
  hpml,
  hoepa,
  repayment,
  underwriting,
  maximumLoan,
  limits,
  loanRatios,
  income,
  uli,
  uliCheck,
  spread,
  exemption,
  registerRow,
  ...decisions,
  waterfall,
  replayed,
  payoff,
  late,
  statement,
  ...escrowEngines,
  ...servicingClocks,
  ...mismoEngines,
];
