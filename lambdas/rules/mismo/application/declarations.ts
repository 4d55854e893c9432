import { amount, indicator, text } from '../binding/value-kinds.ts';
import { at, shape } from '../binding/shape.ts';
import { codesOf } from './vocabularies.ts';

/** URLA 5a, 5b, and citizenship of 1a. */
export const declarations = shape({
  citizenship: at('DECLARATION_DETAIL/CitizenshipResidencyType', codesOf('CitizenshipResidencyType')),
  intendsToOccupy: at('DECLARATION_DETAIL/IntentToOccupyType', codesOf('IntentToOccupyType')),
  ownedHomeInThreeYears: at(
    'DECLARATION_DETAIL/HomeownerPastThreeYearsType',
    codesOf('HomeownerPastThreeYearsType'),
  ),
  priorPropertyUsage: at('DECLARATION_DETAIL/PriorPropertyUsageType', codesOf('PriorPropertyUsageType')),
  priorPropertyTitle: at('DECLARATION_DETAIL/PriorPropertyTitleType', codesOf('PriorPropertyTitleType')),
  isFhaSecondaryResidence: at('DECLARATION_DETAIL/FHASecondaryResidenceIndicator', indicator),
  isFirstTimeHomebuyer: at('DECLARATION_DETAIL/BorrowerFirstTimeHomebuyerIndicator', indicator),
  isRelatedToSeller: at(
    'DECLARATION_DETAIL/EXTENSION/OTHER/ULAD:DECLARATION_DETAIL_EXTENSION/ULAD:SpecialBorrowerSellerRelationshipIndicator',
    indicator,
    'EXTENSION/OTHER/ULAD:DECLARATION_DETAIL_EXTENSION/ULAD:SpecialBorrowerSellerRelationshipIndicator',
  ),
  borrowsUndisclosed: at('DECLARATION_DETAIL/UndisclosedBorrowedFundsIndicator', indicator),
  borrowedUndisclosedCents: at('DECLARATION_DETAIL/UndisclosedBorrowedFundsAmount', amount),
  appliesForOtherMortgage: at('DECLARATION_DETAIL/UndisclosedMortgageApplicationIndicator', indicator),
  appliesForOtherCredit: at('DECLARATION_DETAIL/UndisclosedCreditApplicationIndicator', indicator),
  proposesCleanEnergyLien: at('DECLARATION_DETAIL/PropertyProposedCleanEnergyLienIndicator', indicator),
  isComakerUndisclosed: at('DECLARATION_DETAIL/UndisclosedComakerOfNoteIndicator', indicator),
  hasJudgments: at('DECLARATION_DETAIL/OutstandingJudgmentsIndicator', indicator),
  isDelinquent: at('DECLARATION_DETAIL/PresentlyDelinquentIndicator', indicator),
  isPartyToLawsuit: at('DECLARATION_DETAIL/PartyToLawsuitIndicator', indicator),
  conveyedDeedInLieu: at('DECLARATION_DETAIL/PriorPropertyDeedInLieuConveyedIndicator', indicator),
  completedShortSale: at('DECLARATION_DETAIL/PriorPropertyShortSaleCompletedIndicator', indicator),
  wasForeclosed: at('DECLARATION_DETAIL/PriorPropertyForeclosureCompletedIndicator', indicator),
  wasBankrupt: at('DECLARATION_DETAIL/BankruptcyIndicator', indicator),
  owesAlimonyOrSupport: at('DECLARATION_DETAIL/AlimonyChildSupportObligationIndicator', indicator),
});

export const bankruptcy = shape({
  chapter: at('BANKRUPTCY_DETAIL/BankruptcyChapterType', codesOf('BankruptcyChapterType')),
  chapterOther: at('BANKRUPTCY_DETAIL/BankruptcyChapterTypeOtherDescription', text),
});
