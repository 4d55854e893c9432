import { address } from './address.ts';
import { amount, code, count, date, indicator, text } from '../binding/value-kinds.ts';
import { at, many, one, shape } from '../binding/shape.ts';
import { codesOf } from './vocabularies.ts';
import { linkEnd } from './link-end.ts';

export const valuation = shape({
  ...linkEnd,
  amountCents: at('PROPERTY_VALUATION_DETAIL/PropertyValuationAmount', amount),
  appraisalIdentifier: at('PROPERTY_VALUATION_DETAIL/AppraisalIdentifier', text),
  effectiveOn: at('PROPERTY_VALUATION_DETAIL/PropertyValuationEffectiveDate', date),
  form: at('PROPERTY_VALUATION_DETAIL/PropertyValuationFormType', code),
  method: at('PROPERTY_VALUATION_DETAIL/PropertyValuationMethodType', codesOf('PropertyValuationMethodType')),
  methodOther: at('PROPERTY_VALUATION_DETAIL/PropertyValuationMethodTypeOtherDescription', text),
  propertyDataIdentifier: at(
    'PROPERTY_VALUATION_DETAIL/EXTENSION/OTHER/DU:PROPERTY_VALUATION_DETAIL_EXTENSION/DU:PropertyDataIdentifier',
    text,
  ),
});

export const salesContract = shape({
  ...linkEnd,
  amountCents: at('SALES_CONTRACT_DETAIL/SalesContractAmount', amount),
  contractOn: at('SALES_CONTRACT_DETAIL/SalesContractDate', date),
  realPropertyCents: at('SALES_CONTRACT_DETAIL/RealPropertyAmount', amount),
  personalPropertyCents: at('SALES_CONTRACT_DETAIL/PersonalPropertyAmount', amount),
  personalPropertyIncluded: at('SALES_CONTRACT_DETAIL/PersonalPropertyIncludedIndicator', indicator),
  isArmsLength: at('SALES_CONTRACT_DETAIL/ArmsLengthIndicator', indicator),
  concessionsCents: at('SALES_CONTRACT_DETAIL/TotalSalesConcessionAmount', amount),
});

/** URLA 3a, 4a, L1: the subject property or one that a borrower owns. */
export const property = shape({
  ...linkEnd,
  address: one('ADDRESS', address),
  usage: at('PROPERTY_DETAIL/PropertyUsageType', codesOf('PropertyUsageType')),
  usageOther: at('PROPERTY_DETAIL/PropertyUsageTypeOtherDescription', text),
  currentUsage: at('PROPERTY_DETAIL/PropertyCurrentUsageType', codesOf('PropertyUsageType')),
  currentUsageOther: at('PROPERTY_DETAIL/PropertyCurrentUsageTypeOtherDescription', text),
  estimatedValueCents: at('PROPERTY_DETAIL/PropertyEstimatedValueAmount', amount),
  financedUnits: at('PROPERTY_DETAIL/FinancedUnitCount', count),
  isMixedUse: at('PROPERTY_DETAIL/PropertyMixedUsageIndicator', indicator),
  isFhaSecondaryResidence: at('PROPERTY_DETAIL/FHASecondaryResidenceIndicator', indicator),
  grossMonthlyRentCents: at('PROPERTY_DETAIL/RentalEstimatedGrossMonthlyRentAmount', amount),
  netMonthlyRentCents: at('PROPERTY_DETAIL/RentalEstimatedNetMonthlyRentAmount', amount),
  attachment: at('PROPERTY_DETAIL/AttachmentType', codesOf('AttachmentType')),
  constructionMethod: at('PROPERTY_DETAIL/ConstructionMethodType', codesOf('ConstructionMethodType')),
  constructionMethodOther: at('PROPERTY_DETAIL/ConstructionMethodTypeOtherDescription', text),
  constructionStatus: at('PROPERTY_DETAIL/ConstructionStatusType', codesOf('ConstructionStatusType')),
  estate: at('PROPERTY_DETAIL/PropertyEstateType', codesOf('PropertyEstateType')),
  estateOther: at('PROPERTY_DETAIL/PropertyEstateTypeOtherDescription', text),
  isPud: at('PROPERTY_DETAIL/PUDIndicator', indicator),
  isInProject: at('PROPERTY_DETAIL/PropertyInProjectIndicator', indicator),
  builtYear: at('PROPERTY_DETAIL/PropertyStructureBuiltYear', count),
  acquiredOn: at('PROPERTY_DETAIL/PropertyAcquiredDate', date),
  originalCostCents: at('PROPERTY_DETAIL/PropertyOriginalCostAmount', amount),
  existingLienCents: at('PROPERTY_DETAIL/PropertyExistingLienAmount', amount),
  hasCleanEnergyLien: at('PROPERTY_DETAIL/PropertyExistingCleanEnergyLienIndicator', indicator),
  isInCommunityPropertyState: at('PROPERTY_DETAIL/CommunityPropertyStateIndicator', indicator),
  deedRestriction: at('PROPERTY_DETAIL/DeedRestrictionIndicator', indicator),
  nativeAmericanLands: at('PROPERTY_DETAIL/NativeAmericanLandsType', codesOf('NativeAmericanLandsType')),
  groundLeaseExpiresOn: at('PROPERTY_DETAIL/PropertyGroundLeaseExpirationDate', date),
  projectName: at('PROJECT/PROJECT_DETAIL/ProjectName', text),
  projectLegalStructure: at(
    'PROJECT/PROJECT_DETAIL/ProjectLegalStructureType',
    codesOf('ProjectLegalStructureType'),
  ),
  projectDesign: at('PROJECT/PROJECT_DETAIL/ProjectDesignType', codesOf('ProjectDesignType')),
  projectAttachment: at('PROJECT/PROJECT_DETAIL/ProjectAttachmentType', codesOf('AttachmentType')),
  valuations: many('PROPERTY_VALUATIONS/PROPERTY_VALUATION', valuation),
  salesContracts: many('SALES_CONTRACTS/SALES_CONTRACT', salesContract),
});

/** URLA 3a: a property owned, with what it costs and brings. Its mortgages are tied to it by arcs. */
export const ownedProperty = shape({
  disposition: at(
    'OWNED_PROPERTY_DETAIL/OwnedPropertyDispositionStatusType',
    codesOf('OwnedPropertyDispositionStatusType'),
  ),
  lienUpbCents: at('OWNED_PROPERTY_DETAIL/OwnedPropertyLienUPBAmount', amount),
  lienInstallmentCents: at('OWNED_PROPERTY_DETAIL/OwnedPropertyLienInstallmentAmount', amount),
  maintenanceExpenseCents: at('OWNED_PROPERTY_DETAIL/OwnedPropertyMaintenanceExpenseAmount', amount),
  ownedUnits: at('OWNED_PROPERTY_DETAIL/OwnedPropertyOwnedUnitCount', count),
  rentalGrossCents: at('OWNED_PROPERTY_DETAIL/OwnedPropertyRentalIncomeGrossAmount', amount),
  rentalNetCents: at('OWNED_PROPERTY_DETAIL/OwnedPropertyRentalIncomeNetAmount', amount),
  isSubject: at('OWNED_PROPERTY_DETAIL/OwnedPropertySubjectIndicator', indicator),
  property: one('PROPERTY', property),
});
