import { account, amount, count, indicator, text } from '../binding/value-kinds.ts';
import { at, one, shape } from '../binding/shape.ts';
import { codesOf } from './vocabularies.ts';
import { linkEnd } from './link-end.ts';
import { ownedProperty } from './property.ts';

/** URLA 2a, 2b, 3, 4d: an account, another asset, a gift or grant, or a property owned. */
export const asset = shape({
  ...linkEnd,
  type: at('ASSET_DETAIL/AssetType', codesOf('AssetType')),
  typeOther: at('ASSET_DETAIL/AssetTypeOtherDescription', text),
  description: at('ASSET_DETAIL/AssetDescription', text),
  accountNumber: at('ASSET_DETAIL/AssetAccountIdentifier', account),
  valueCents: at('ASSET_DETAIL/AssetCashOrMarketValueAmount', amount),
  netValueCents: at('ASSET_DETAIL/AssetNetValueAmount', amount),
  isVerified: at('ASSET_DETAIL/VerifiedIndicator', indicator),
  holder: at('ASSET_HOLDER/NAME/FullName', text, 'AssetHolderName'),
  /** URLA 4d. */
  fundsSource: at('ASSET_DETAIL/FundsSourceType', codesOf('FundsSourceType')),
  fundsSourceOther: at('ASSET_DETAIL/FundsSourceTypeOtherDescription', text),
  /** URLA 4d: whether a gift is deposited in an account listed above. */
  isDeposited: at(
    'ASSET_DETAIL/EXTENSION/OTHER/ULAD:ASSET_DETAIL_EXTENSION/ULAD:IncludedInAssetAccountIndicator',
    indicator,
    'EXTENSION/OTHER/ULAD:ASSET_DETAIL_EXTENSION/ULAD:IncludedInAssetAccountIndicator',
  ),
  ownedProperty: one('OWNED_PROPERTY', ownedProperty),
});

/** URLA 2c, 3: a debt. */
export const liability = shape({
  ...linkEnd,
  type: at('LIABILITY_DETAIL/LiabilityType', codesOf('LiabilityType')),
  typeOther: at('LIABILITY_DETAIL/LiabilityTypeOtherDescription', text),
  description: at('LIABILITY_DETAIL/LiabilityDescription', text),
  accountNumber: at('LIABILITY_DETAIL/LiabilityAccountIdentifier', account),
  monthlyPaymentCents: at('LIABILITY_DETAIL/LiabilityMonthlyPaymentAmount', amount),
  unpaidBalanceCents: at('LIABILITY_DETAIL/LiabilityUnpaidBalanceAmount', amount),
  creditLimitCents: at('LIABILITY_DETAIL/HELOCMaximumBalanceAmount', amount),
  remainingMonths: at('LIABILITY_DETAIL/LiabilityRemainingTermMonthsCount', count),
  isExcluded: at('LIABILITY_DETAIL/LiabilityExclusionIndicator', indicator),
  isPaidOffAtClosing: at('LIABILITY_DETAIL/LiabilityPayoffStatusIndicator', indicator),
  isPaidOffWithAssets: at('LIABILITY_DETAIL/LiabilityPayoffWithCurrentAssetsIndicator', indicator),
  includesTaxesAndInsurance: at(
    'LIABILITY_DETAIL/LiabilityPaymentIncludesTaxesInsuranceIndicator',
    indicator,
  ),
  isSecuredBySubject: at('LIABILITY_DETAIL/LiabilitySecuredBySubjectPropertyIndicator', indicator),
  isResubordinated: at('LIABILITY_DETAIL/SubjectLoanResubordinationIndicator', indicator),
  mortgageType: at('LIABILITY_DETAIL/MortgageType', codesOf('MortgageType')),
  mortgageTypeOther: at('LIABILITY_DETAIL/MortgageTypeOtherDescription', text),
  holder: at('LIABILITY_HOLDER/NAME/FullName', text, 'LiabilityHolderName'),
  payoffCents: at('PAYOFF/PayoffAmount', amount),
});

/** URLA 2d: alimony and the like. */
export const expense = shape({
  ...linkEnd,
  type: at('ExpenseType', codesOf('ExpenseType')),
  typeOther: at('ExpenseTypeOtherDescription', text),
  description: at('ExpenseDescription', text),
  owedTo: at('AlimonyOwedToName', text),
  monthlyPaymentCents: at('ExpenseMonthlyPaymentAmount', amount),
  remainingMonths: at('ExpenseRemainingTermMonthsCount', count),
});

/** An arc: `arcrole` says what ties the thing labelled `from` to the one labelled `to`. */
export const relationship = shape({
  sequence: linkEnd.sequence,
  from: at('@xlink:from', text),
  to: at('@xlink:to', text),
  arcrole: at('@xlink:arcrole', text),
});
