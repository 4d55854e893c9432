import { amount, code, count, date, indicator, percent, text } from '../binding/value-kinds.ts';
import { at, many, shape } from '../binding/shape.ts';
import { linkEnd } from '../application/link-end.ts';

const itemType = 'FEE_DETAIL/EXTENSION/OTHER/ucd:FEE_DETAIL_EXTENSION/ucd:FeeItemType';

const paidTo = (container: string) => ({
  paidTo: at(`${container}/LEGAL_ENTITY/LEGAL_ENTITY_DETAIL/FullName`, text),
  paidToPerson: at(`${container}/INDIVIDUAL/NAME/FullName`, text),
});

/** Tables A, B, C, E, H. Version 1.5 of the UCD has the type in `FeeType`, version 2.0 in its extension. */
export const fee = shape({
  ...linkEnd,
  type: at(itemType, code),
  typeOther: at(`${itemType}OtherDescription`, text),
  label: at(`${itemType}/@DisplayLabelText`, text),
  plainType: at('FEE_DETAIL/FeeType', code),
  plainTypeOther: at('FEE_DETAIL/FeeTypeOtherDescription', text),
  plainLabel: at('FEE_DETAIL/FeeType/@DisplayLabelText', text),
  section: at('FEE_DETAIL/IntegratedDisclosureSectionType', code),
  totalCents: at('FEE_DETAIL/FeeActualTotalAmount', amount),
  percentPpm: at('FEE_DETAIL/FeeTotalPercent', percent),
  paidToType: at('FEE_DETAIL/FeePaidToType', code),
  paidToTypeOther: at('FEE_DETAIL/FeePaidToTypeOtherDescription', text),
  isOptional: at('FEE_DETAIL/OptionalCostIndicator', indicator),
  isInPointsAndFees: at('FEE_DETAIL/RegulationZPointsAndFeesIndicator', indicator),
  ...paidTo('FEE_PAID_TO'),
  payments: many(
    'FEE_PAYMENTS/FEE_PAYMENT',
    shape({
      ...linkEnd,
      amountCents: at('FeeActualPaymentAmount', amount),
      paidBy: at('FeePaymentPaidByType', code),
      isOutsideClosing: at('FeePaymentPaidOutsideOfClosingIndicator', indicator),
    }),
  ),
});

/** Table F. */
export const prepaid = shape({
  ...linkEnd,
  type: at('PREPAID_ITEM_DETAIL/PrepaidItemType', code),
  typeOther: at('PREPAID_ITEM_DETAIL/PrepaidItemTypeOtherDescription', text),
  label: at('PREPAID_ITEM_DETAIL/PrepaidItemType/@DisplayLabelText', text),
  section: at('PREPAID_ITEM_DETAIL/IntegratedDisclosureSectionType', code),
  months: at('PREPAID_ITEM_DETAIL/PrepaidItemMonthsPaidCount', count),
  from: at('PREPAID_ITEM_DETAIL/PrepaidItemPaidFromDate', date),
  through: at('PREPAID_ITEM_DETAIL/PrepaidItemPaidThroughDate', date),
  perDiemCents: at('PREPAID_ITEM_DETAIL/PrepaidItemPerDiemAmount', amount),
  paidToType: at('PREPAID_ITEM_DETAIL/FeePaidToType', code),
  paidToTypeOther: at('PREPAID_ITEM_DETAIL/FeePaidToTypeOtherDescription', text),
  isInPointsAndFees: at('PREPAID_ITEM_DETAIL/RegulationZPointsAndFeesIndicator', indicator),
  ...paidTo('PREPAID_ITEM_PAID_TO'),
  payments: many(
    'PREPAID_ITEM_PAYMENTS/PREPAID_ITEM_PAYMENT',
    shape({
      ...linkEnd,
      amountCents: at('PrepaidItemActualPaymentAmount', amount),
      paidBy: at('PrepaidItemPaymentPaidByType', code),
      timing: at('PrepaidItemPaymentTimingType', code),
    }),
  ),
});

/** Table G. */
export const escrowItem = shape({
  ...linkEnd,
  type: at('ESCROW_ITEM_DETAIL/EscrowItemType', code),
  typeOther: at('ESCROW_ITEM_DETAIL/EscrowItemTypeOtherDescription', text),
  label: at('ESCROW_ITEM_DETAIL/EscrowItemType/@DisplayLabelText', text),
  section: at('ESCROW_ITEM_DETAIL/IntegratedDisclosureSectionType', code),
  months: at('ESCROW_ITEM_DETAIL/EscrowCollectedNumberOfMonthsCount', count),
  monthlyCents: at('ESCROW_ITEM_DETAIL/EscrowMonthlyPaymentAmount', amount),
  paidToType: at('ESCROW_ITEM_DETAIL/FeePaidToType', code),
  isInPointsAndFees: at('ESCROW_ITEM_DETAIL/RegulationZPointsAndFeesIndicator', indicator),
  payments: many(
    'ESCROW_ITEM_PAYMENTS/ESCROW_ITEM_PAYMENT',
    shape({
      ...linkEnd,
      amountCents: at('EscrowItemActualPaymentAmount', amount),
      paidBy: at('EscrowItemPaymentPaidByType', code),
      timing: at('EscrowItemPaymentTimingType', code),
    }),
  ),
});

const adjustment = 'CLOSING_ADJUSTMENT_ITEM_DETAIL';

/** Sections K to N: credits and what else is due or paid. */
export const closingAdjustment = shape({
  ...linkEnd,
  type: at(`${adjustment}/ClosingAdjustmentItemType`, code),
  typeOther: at(`${adjustment}/ClosingAdjustmentItemTypeOtherDescription`, text),
  label: at(`${adjustment}/ClosingAdjustmentItemType/@DisplayLabelText`, text),
  amountCents: at(`${adjustment}/ClosingAdjustmentItemAmount`, amount),
  paidByType: at(`${adjustment}/ClosingAdjustmentItemPaidByType`, code),
  isOutsideClosing: at(`${adjustment}/ClosingAdjustmentItemPaidOutsideOfClosingIndicator`, indicator),
  section: at(`${adjustment}/IntegratedDisclosureSectionType`, code),
  subsection: at(`${adjustment}/IntegratedDisclosureSubsectionType`, code),
  paidBy: at('CLOSING_ADJUSTMENT_ITEM_PAID_BY/LEGAL_ENTITY/LEGAL_ENTITY_DETAIL/FullName', text),
});

export const closingFunds = shape({
  ...linkEnd,
  amountCents: at('ClosingCostFundAmount', amount),
  type: at('FundsType', code),
  typeOther: at('FundsTypeOtherDescription', text),
  section: at('IntegratedDisclosureSectionType', code),
});

/** Taxes and dues shared between buyer and seller by days. */
export const proration = shape({
  ...linkEnd,
  type: at('ProrationItemType', code),
  typeOther: at('ProrationItemTypeOtherDescription', text),
  label: at('ProrationItemType/@DisplayLabelText', text),
  amountCents: at('ProrationItemAmount', amount),
  from: at('ProrationItemPaidFromDate', date),
  through: at('ProrationItemPaidThroughDate', date),
  section: at('IntegratedDisclosureSectionType', code),
  subsection: at('IntegratedDisclosureSubsectionType', code),
});
