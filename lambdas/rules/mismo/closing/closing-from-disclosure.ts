import { ClosingFactsSchema } from './closing-facts.ts';
import { cashItems } from './cash-items.ts';
import { negateCents } from '../../../shared/money.ts';
import { disclosure } from '../../trid/disclosure.ts';
import { itemizedCosts } from './itemized-costs.ts';
import { sectionTotals } from './section-totals.ts';
import type { Closing, ClosingLoan } from './closing.ts';
import type { ClosingFacts, ParsedClosingFacts } from './closing-facts.ts';
import type { Disclosure } from '../../trid/disclosure.ts';

export const ucdModelIdentifier = '3.3.0299';

/** The UCD 2.0 model of a Closing Disclosure whose figures the disclosure engine makes. @throws ZodError on other facts */
export function closingFromDisclosure(input: ClosingFacts): Closing {
  const facts = ClosingFactsSchema.parse(input);
  const form = disclosure(facts.disclosure);
  const isAlternative = facts.disclosure.cash.table === 'alternative';
  return {
    modelIdentifier: ucdModelIdentifier,
    about: [{ createdAt: facts.createdAt, dataVersion: 'UCD2.0' }],
    documentType: 'Other',
    documentTypeOther: `ClosingDisclosure:${isAlternative ? 'AlternateForm' : 'ModelForm'}`,
    subjectProperty: facts.property,
    ...(facts.payoffs.length > 0 ? { payoffs: facts.payoffs } : {}),
    loan: { ...terms(facts, form), ...transaction(facts, form), ...figures(facts, form) },
    parties: facts.parties,
    ...(facts.preparers.length > 0 ? { preparers: facts.preparers } : {}),
  };
}

const isYes = (form: Disclosure, term: Disclosure['loanTerms'][number]['term']): boolean =>
  form.loanTerms.find((each) => each.term === term)?.answer === 'YES';

const amortizations = { fixed: 'Fixed', adjustable: 'AdjustableRate', step: 'Step' } as const;

/** The note and its features, 1026.38(a)(5), (b). */
function terms(facts: ParsedClosingFacts, form: Disclosure): ClosingLoan {
  const { plan, product, monthlyEscrowCents } = facts.disclosure;
  const payments = plan.segments.reduce((sum, segment) => sum + segment.payments, 0);
  const [first] = plan.segments;
  const features = new Set(product.features.map(({ kind }) => kind));
  return {
    amortization: amortizations[product.rate.kind],
    noteAmountCents: plan.principalCents,
    ...(first ? { noteRatePpm: first.ratePpm } : {}),
    lienPriority: facts.lienPriority,
    purpose: facts.purpose,
    mortgageType: facts.mortgageType,
    maturityPeriods: payments,
    maturityPeriod: 'Month',
    ...(facts.identifiers.length > 0 ? { identifiers: facts.identifiers } : {}),
    paymentFrequency: 'Monthly',
    ...(form.projectedPayments[0]
      ? { firstPrincipalAndInterestCents: form.projectedPayments[0].principalAndInterest.mostCents }
      : {}),
    isBalloon: isYes(form, 'Balloon Payment'),
    isInterestOnly: features.has('interest-only'),
    isNegativelyAmortizing: features.has('negative-amortization'),
    hasSeasonalPayments: features.has('seasonal-payment'),
    hasPrepaymentPenalty: isYes(form, 'Prepayment Penalty'),
    rateMayIncrease: isYes(form, 'Interest Rate'),
    amountMayIncrease: isYes(form, 'Loan Amount'),
    paymentMayIncrease: isYes(form, 'Monthly Principal & Interest'),
    hasEscrow: (monthlyEscrowCents ?? 0) > 0,
    isMiRequired: facts.disclosure.mortgageInsurance !== undefined,
  };
}

/** When and for how much it closes, with every cost and credit. */
function transaction(facts: ParsedClosingFacts, form: Disclosure): ClosingLoan {
  const { cashToCloseCents: cash } = form.cashToClose;
  const list = <T>(name: string, items: readonly T[]) => (items.length > 0 ? { [name]: items } : {});
  return {
    closingOn: facts.closingOn,
    disbursementOn: facts.disbursementOn,
    ...(facts.rateSetOn === undefined ? {} : { rateSetOn: facts.rateSetOn }),
    ...(cash >= 0 ? { cashFromBorrowerCents: cash } : { cashToBorrowerCents: negateCents(cash) }),
    ...itemizedCosts(facts),
    ...list('adjustments', facts.adjustments),
    ...list('funds', facts.funds),
    ...list('prorations', facts.prorations),
    cashToClose: cashItems(form.cashToClose, facts),
    sections: sectionTotals(form.closingCosts, facts),
  };
}

/** The projected payments and the loan calculations, 1026.38(c), (o). */
function figures(facts: ParsedClosingFacts, form: Disclosure): ClosingLoan {
  const { calculations } = form;
  const { monthlyPropertyCostCents, firstYearEscrowCents, firstYearNonEscrowCents, propertyCosts } = facts;
  return {
    issuedOn: facts.issuedOn,
    projectedPayments: form.projectedPayments.map((column, index) => projected(column, index, facts)),
    ...(propertyCosts.length > 0 ? { propertyCosts } : {}),
    ...(monthlyPropertyCostCents === undefined ? {} : { monthlyPropertyCostCents }),
    ...(firstYearEscrowCents === undefined ? {} : { firstYearEscrowCents }),
    ...(firstYearNonEscrowCents === undefined ? {} : { firstYearNonEscrowCents }),
    aprPpm: facts.disclosure.aprPpm,
    amountFinancedCents: calculations.amountFinancedCents,
    financeChargeCents: calculations.financeChargeCents,
    totalInterestPercentagePpm: calculations.totalInterestPercentagePpm,
    totalOfPaymentsCents: calculations.totalOfPaymentsCents,
  };
}

/** `Years 1-7` is from 1 through 7; a final payment is in the last year alone. */
function projected(
  column: Disclosure['projectedPayments'][number],
  index: number,
  facts: ParsedClosingFacts,
): NonNullable<ClosingLoan['projectedPayments']>[number] {
  const payments = facts.disclosure.plan.segments.reduce((sum, segment) => sum + segment.payments, 0);
  const [, from, through = from] = /(\d+)(?:-(\d+))?$/.exec(column.label) ?? [];
  const lastYear = Math.ceil(payments / 12);
  const { principalAndInterest: paid, total } = column;
  const isRange = paid.leastCents !== paid.mostCents;
  return {
    sequence: index + 1,
    frequency: 'Monthly',
    period: from === undefined ? 'FinalPayment' : 'Yearly',
    from: from === undefined ? lastYear : Number.parseInt(from, 10),
    through: through === undefined ? lastYear : Number.parseInt(through, 10),
    ...(isRange
      ? { leastPrincipalAndInterestCents: paid.leastCents, leastTotalCents: total.leastCents }
      : {}),
    principalAndInterestCents: paid.mostCents,
    mortgageInsuranceCents: column.mortgageInsuranceCents,
    escrowCents: column.escrowCents,
    totalCents: total.mostCents,
  };
}
