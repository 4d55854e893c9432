import { amortize } from '../../amortization/amortize.ts';
import { cashToClose } from '../cash-to-close.ts';
import { cents, sumCents } from '../../../shared/money.ts';
import { closingCosts } from '../closing-costs.ts';
import { costLines } from './cost-lines.ts';
import { disclosure } from '../disclosure.ts';
import { maximumPenalty } from '../prepayment-penalty.ts';
import { invalid } from '../../../shared/errors.ts';
import { payoffsTable } from './payoffs-and-payments.ts';
import { prepaidOf } from './printed-facts.ts';
import { propertyCosts } from './property-costs.ts';
import { regularApr } from '../regular-apr.ts';
import { standardCashFacts } from './cash-facts.ts';
import type { CashToClose, CashToCloseFacts } from '../cash-to-close.ts';
import type { Cents } from '../../../shared/money.ts';
import type { CostItem } from '../closing-costs.ts';
import type { Disclosure, DisclosureFacts } from '../disclosure.ts';
import type { Form } from '../projected-payments.ts';
import type { PrintedFacts } from './printed-facts.ts';
import type { Ppm } from '../../../shared/rate.ts';
import type { PropertyCosts } from './property-costs.ts';
import type { Schedule } from '../../amortization/amortize.ts';

export interface FormFigures {
  figures: Disclosure;
  aprPpm: Ppm;
  lines: readonly CostItem[];
  propertyCosts: PropertyCosts;
  /** From exact amounts, whatever the form shows. */
  exactCash: CashToClose;
  exactCashFacts: CashToCloseFacts;
  termMonths: number;
  /** Whether the schedule itself adds interest to the balance. */
  growsAsScheduled: boolean;
}

/** The figures of either form from its printed facts: costs, cash and escrow are worked out once and used throughout. */
export function formFigures(facts: PrintedFacts, form: Form): FormFigures {
  const lines = costLines(facts.costs, facts.plan.principalCents, form);
  const costs = { items: lines, lenderCreditsCents: facts.lenderCreditsCents };
  const taxes = propertyCosts(facts.propertyCosts, form);
  const exactCashFacts = cashFactsOf(facts, lines, form);
  const schedule = amortize(facts.plan);
  const {
    heading: _heading,
    transaction: _transaction,
    contacts: _contacts,
    isSigned: _signed,
    insurerChosenByConsumer: _insurer,
    ...rest
  } = facts;
  const { costs: _costs, lenderCreditsCents: _credits, propertyCosts: _items, penalties, ...terms } = rest;
  const penalty = maximumPenalty(penalties, schedule);
  const escrow = taxes.escrowedMonthlyCents;
  const prepaidFinanceChargeCents = prepaidOf(facts);
  if (prepaidFinanceChargeCents === undefined)
    throw invalid('NotClassified', 'no prepaid finance charge is given or can be worked out');
  const aprPpm = facts.aprPpm ?? rateOf(facts, schedule, prepaidFinanceChargeCents);
  const figures = disclosure({
    ...terms,
    aprPpm,
    prepaidFinanceChargeCents,
    form,
    costs,
    cash: withoutTotals(exactCashFacts),
    prepaidInterestCents: prepaidInterest(facts),
    ...(penalty ? { prepaymentPenalty: { mostCents: penalty.mostCents, months: penalty.months } } : {}),
    ...(escrow === 0 ? {} : { monthlyEscrowCents: escrow }),
  });
  return {
    figures,
    aprPpm,
    lines,
    propertyCosts: taxes,
    exactCash: cashToClose(exactCashFacts),
    exactCashFacts,
    termMonths: schedule.payments.length,
    growsAsScheduled: schedule.highestBalanceCents > facts.plan.principalCents,
  };
}

/** @throws invalid NoRate when charges leave nothing to be paid for */
function rateOf(
  { plan, mortgageInsurance }: PrintedFacts,
  schedule: Schedule,
  prepaidFinanceChargeCents: Cents,
): Ppm {
  const insured = mortgageInsurance ? { mortgageInsurance } : {};
  const loan = { loanAmountCents: plan.principalCents, prepaidFinanceChargeCents, ...insured };
  const found = regularApr(loan, schedule);
  if (found === undefined)
    throw invalid('NoRate', 'no annual percentage rate solves these payments and charges');
  return found;
}

/** The borrower's own: what a seller or another pays is in no total of the loan's cost (comment 38(o)(1)-1). */
function prepaidInterest({ costs }: PrintedFacts): Cents {
  return sumCents(
    costs.flatMap((cost) =>
      cost.kind === 'prepaid-interest' && cost.paidBy.startsWith('borrower')
        ? [cents(cost.perDiemCents * cost.days)]
        : [],
    ),
  );
}

function cashFactsOf(facts: PrintedFacts, lines: readonly CostItem[], form: Form): CashToCloseFacts {
  const { transaction, plan, lenderCreditsCents } = facts;
  const exact = closingCosts({ items: [...lines], lenderCreditsCents }, 'closing-disclosure');
  const { totalClosingCostsCents } = exact;
  // the Loan Estimate's column says $0, 1026.38(i)(2)(i)
  const paidBeforeClosingCents = form === 'loan-estimate' ? cents(0) : exact.paidBeforeClosingCents;
  const loan = { loanAmountCents: plan.principalCents, totalClosingCostsCents, paidBeforeClosingCents };
  if (transaction.tables === 'standard')
    return standardCashFacts(transaction.sale, transaction.amounts, loan);
  const { totalCents } = payoffsTable(transaction.payoffs);
  return { table: 'alternative' as const, ...loan, payoffsAndPaymentsCents: totalCents };
}

function withoutTotals(facts: CashToCloseFacts): DisclosureFacts['cash'] {
  const {
    loanAmountCents: _loan,
    totalClosingCostsCents: _total,
    paidBeforeClosingCents: _paid,
    ...cash
  } = facts;
  return cash;
}
