import { amount, code, count, indicator, text } from '../binding/value-kinds.ts';
import { at, many, shape } from '../binding/shape.ts';
import { linkEnd } from '../application/link-end.ts';

/** A line of "calculating cash to close", 1026.38(e) and (i): the estimate beside the final figure. */
export const cashToCloseItem = shape({
  ...linkEnd,
  type: at('IntegratedDisclosureCashToCloseItemType', code),
  estimateCents: at('IntegratedDisclosureCashToCloseItemEstimatedAmount', amount),
  finalCents: at('IntegratedDisclosureCashToCloseItemFinalAmount', amount),
  hasChanged: at('IntegratedDisclosureCashToCloseItemAmountChangedIndicator', indicator),
  change: at('IntegratedDisclosureCashToCloseItemChangeDescription', text),
  direction: at('IntegratedDisclosureCashToCloseItemPaymentType', code),
});

const detail = 'INTEGRATED_DISCLOSURE_SECTION_SUMMARY_DETAIL';

/** The total of a table of costs or of a section of the transaction, and by whom and when it is paid. */
export const sectionSummary = shape({
  ...linkEnd,
  section: at(`${detail}/IntegratedDisclosureSectionType`, code),
  subsection: at(`${detail}/IntegratedDisclosureSubsectionType`, code),
  totalCents: at(`${detail}/IntegratedDisclosureSectionTotalAmount`, amount),
  toleranceCureCents: at(`${detail}/LenderCreditToleranceCureAmount`, amount),
  payments: many(
    'INTEGRATED_DISCLOSURE_SUBSECTION_PAYMENTS/INTEGRATED_DISCLOSURE_SUBSECTION_PAYMENT',
    shape({
      ...linkEnd,
      paidBy: at('IntegratedDisclosureSubsectionPaidByType', code),
      amountCents: at('IntegratedDisclosureSubsectionPaymentAmount', amount),
      timing: at('IntegratedDisclosureSubsectionPaymentTimingType', code),
    }),
  ),
});

/** A column of projected payments, 1026.38(c). */
export const projectedPayment = shape({
  ...linkEnd,
  frequency: at('PaymentFrequencyType', code),
  from: at('ProjectedPaymentCalculationPeriodStartNumber', count),
  through: at('ProjectedPaymentCalculationPeriodEndNumber', count),
  period: at('ProjectedPaymentCalculationPeriodTermType', code),
  periodOther: at('ProjectedPaymentCalculationPeriodTermTypeOtherDescription', text),
  leastPrincipalAndInterestCents: at('ProjectedPaymentPrincipalAndInterestMinimumPaymentAmount', amount),
  principalAndInterestCents: at('ProjectedPaymentPrincipalAndInterestMaximumPaymentAmount', amount),
  mortgageInsuranceCents: at('ProjectedPaymentMIPaymentAmount', amount),
  escrowCents: at('ProjectedPaymentEstimatedEscrowPaymentAmount', amount),
  leastTotalCents: at('ProjectedPaymentEstimatedTotalMinimumPaymentAmount', amount),
  totalCents: at('ProjectedPaymentEstimatedTotalMaximumPaymentAmount', amount),
});

/** What stands in the estimate of taxes, insurance and assessments, and whether it is escrowed. */
export const propertyCost = shape({
  ...linkEnd,
  type: at('ProjectedPaymentEstimatedTaxesInsuranceAssessmentComponentType', code),
  typeOther: at('ProjectedPaymentEstimatedTaxesInsuranceAssessmentComponentTypeOtherDescription', text),
  escrowed: at('ProjectedPaymentEscrowedType', code),
});
