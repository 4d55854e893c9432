import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryModel } from '../arbitrary-model.ts';
import { checkedClosing, importClosing } from '../../../../../lambdas/rules/mismo/import-closing.ts';
import { closing } from '../../../../../lambdas/rules/mismo/closing/closing.ts';
import { closingDisclosureUcd, exportClosing } from '../../../../../lambdas/rules/mismo/export-closing.ts';
import { closingFromDisclosure } from '../../../../../lambdas/rules/mismo/closing/closing-from-disclosure.ts';
import { importMismo } from '../../../../../lambdas/rules/mismo/import-mismo.ts';
import { exportMismo } from '../../../../../lambdas/rules/mismo/export-mismo.ts';
import { disclosure } from '../../../../../lambdas/rules/trid/disclosure.ts';
import { formatDollars } from '../../../../../lambdas/shared/money.ts';
import { readXml } from '../../../../../lambdas/rules/mismo/xml/read-xml.ts';
import { sampleClosing } from '../sample-closing.ts';
import type { Cents } from '../../../../../lambdas/shared/money.ts';

const dollars = (amount: Cents | undefined) => (amount === undefined ? 'none' : formatDollars(amount));

describe('UCD of a Closing Disclosure', { timeout: 30_000 }, () => {
  const xml = closingDisclosureUcd(sampleClosing);
  const { closing: model, defects } = checkedClosing(readXml(xml));
  const loan = model.loan ?? {};

  it('is a UCD 2.0 file without a defect that reads back as it was written', () => {
    expect(defects).toEqual([]);
    expect(model).toEqual(closingFromDisclosure(sampleClosing));
    expect([model.modelIdentifier, model.about?.[0]?.dataVersion, model.documentTypeOther]).toEqual([
      '3.3.0299',
      'UCD2.0',
      'ClosingDisclosure:ModelForm',
    ]);
    expect(xml).toContain('xmlns:ucd="http://www.datamodelextension.org/Schema/ucd"');
  });

  it('carries the totals of the form, table by table', () => {
    const totals = (loan.sections ?? []).map(({ section, subsection, totalCents }) => [
      subsection ?? section,
      dollars(totalCents),
    ]);
    expect(totals).toEqual([
      ['OriginationCharges', '$900.00'],
      ['ServicesBorrowerDidNotShopFor', '$550.00'],
      ['ServicesBorrowerDidShopFor', '$600.00'],
      ['LoanCostsSubtotal', '$2,050.00'],
      ['TaxesAndOtherGovernmentFees', '$120.00'],
      ['Prepaids', '$427.40'],
      ['InitialEscrowPaymentAtClosing', '$585.00'],
      ['OtherCosts', '$0.00'],
      ['OtherCostsSubtotal', '$1,132.40'],
      ['ClosingCostsSubtotal', '$3,082.40'],
      ['LenderCredits', 'none'],
    ]);
    const paid = loan.sections?.find(({ subsection }) => subsection === 'ClosingCostsSubtotal')?.payments;
    expect(paid?.map(({ paidBy, timing, amountCents }) => [paidBy, timing, dollars(amountCents)])).toEqual([
      ['Buyer', 'AtClosing', '$2,632.40'],
      ['Buyer', 'BeforeClosing', '$550.00'],
      ['Seller', 'AtClosing', '$850.00'],
    ]);
  });

  it('itemizes each cost with its payers, and an unknown one as Other by its name', () => {
    expect(
      loan.fees?.map(({ type, typeOther, label, payments }) => [type, typeOther, label, payments?.length]),
    ).toEqual([
      ['UnderwritingFee', undefined, 'Underwriting Fee', 1],
      ['Other', 'Appraisal Fee', 'Appraisal Fee', 1],
      ['TitleLendersCoveragePremium', undefined, 'Title - Lender Policy', 2],
      ['Other', 'Recording Fees', 'Recording Fees', 1],
      ['Other', 'Home Warranty', 'Home Warranty', 1],
    ]);
    expect(loan.aggregateAdjustmentCents).toBe(-1_500);
    expect(loan.escrowItems).toMatchObject([{ type: 'CountyPropertyTax', months: 3, monthlyCents: 20_000 }]);
    expect(loan.prepaids).toMatchObject([
      { type: 'PrepaidInterest', perDiemCents: 4_274, through: '2026-06-25' },
    ]);
  });

  it('carries the cash to close with its estimates, the payments and the calculations of the engine', () => {
    const form = disclosure(sampleClosing.disclosure);
    expect(loan.cashToClose?.map(({ type, finalCents }) => [type, finalCents]).slice(0, 8)).toEqual(
      form.cashToClose.lines.map(({ amountCents }, index) => [loan.cashToClose?.[index]?.type, amountCents]),
    );
    expect(loan.cashToClose?.find(({ type }) => type === 'TotalClosingCosts')).toMatchObject({
      estimateCents: 350_000,
      hasChanged: true,
    });
    expect(loan.cashToClose?.find(({ type }) => type === 'Deposit')).toMatchObject({ hasChanged: false });
    expect(loan.cashFromBorrowerCents).toBe(form.cashToClose.cashToCloseCents);
    expect(
      loan.projectedPayments?.map(({ from, through, totalCents }) => [from, through, totalCents]),
    ).toEqual([
      [1, 8, form.projectedPayments[0]?.total.mostCents],
      [9, 30, form.projectedPayments[1]?.total.mostCents],
    ]);
    expect(loan).toMatchObject(form.calculations);
  });

  it('turns the alternative table towards the borrower', () => {
    const { cash: _cash, ...rest } = sampleClosing.disclosure;
    const { loan: refinance, documentTypeOther } = closingFromDisclosure({
      ...sampleClosing,
      purpose: 'Refinance',
      disclosure: { ...rest, cash: { table: 'alternative', payoffsAndPaymentsCents: 23_000_000 } },
    });
    expect(documentTypeOther).toBe('ClosingDisclosure:AlternateForm');
    expect(
      refinance?.cashToClose?.map(({ type, finalCents, direction }) => [
        type,
        dollars(finalCents),
        direction,
      ]),
    ).toEqual([
      ['LoanAmount', '$240,000.00', undefined],
      ['TotalClosingCosts', '-$3,082.40', undefined],
      ['ClosingCostsPaidBeforeClosing', '$550.00', undefined],
      ['TotalPayoffsAndPayments', '-$230,000.00', undefined],
      ['ClosingCostsFinanced', '$3,082.40', undefined],
      ['CashToCloseTotal', 'none', 'FromBorrower'],
      ['CashToCloseTotal', '$7,467.60', 'ToBorrower'],
    ]);
    expect(refinance?.cashToBorrowerCents).toBe(746_760);
  });

  it('refuses a schedule whose payments are not monthly, which the tables of the form cannot show', () => {
    const { disclosure: forms } = sampleClosing;
    const plan = { ...forms.plan, periods: { kind: 'equal' as const, perYear: 26 } };
    expect(() => closingFromDisclosure({ ...sampleClosing, disclosure: { ...forms, plan } })).toThrow(
      'monthly payments',
    );
    expect(closingFromDisclosure({ ...sampleClosing, lienPriority: 'SecondLien' }).loan?.lienPriority).toBe(
      'SecondLien',
    );
  });

  it('names a total that its items contradict', () => {
    const wrong = xml.replace(
      '<IntegratedDisclosureSectionTotalAmount>600.00<',
      '<IntegratedDisclosureSectionTotalAmount>606.00<',
    );
    expect(
      checkedClosing(readXml(wrong)).defects.map(({ rule, path }) => [
        rule,
        path.split('/').slice(-3, -2)[0],
      ]),
    ).toEqual([['total-differs', 'INTEGRATED_DISCLOSURE_SECTION_SUMMARY[3]']]);
  });

  it('keeps every value of any closing through its XML and back', () => {
    fc.assert(
      fc.property(arbitraryModel(closing), (any) => {
        expect(importClosing(exportClosing(any)).closing).toEqual(any);
      }),
      { numRuns: 20 },
    );
  });

  it('holds how the rate and the payment of an adjustable loan may change, in a file of the older extension', () => {
    const wrap = (path: string, inner: string): string =>
      path.split('/').reduceRight((all, step) => `<m:${step}>${all}</m:${step}>`, inner);
    const rule = `<m:AdjustmentRuleType>First</m:AdjustmentRuleType>`;
    const adjustment = wrap(
      'ADJUSTMENT',
      wrap(
        'INTEREST_RATE_ADJUSTMENT',
        `${wrap('INDEX_RULES/INDEX_RULE/IndexType', 'TreasuryBill')}${wrap('INTEREST_RATE_LIFETIME_ADJUSTMENT_RULE/MarginRatePercent', '2.2500')}${wrap(
          'INTEREST_RATE_PER_CHANGE_ADJUSTMENT_RULES/INTEREST_RATE_PER_CHANGE_ADJUSTMENT_RULE',
          `${rule}<m:PerChangeMaximumIncreaseRatePercent>2.0000</m:PerChangeMaximumIncreaseRatePercent>`,
        )}`,
      ) +
        wrap(
          'PRINCIPAL_AND_INTEREST_PAYMENT_ADJUSTMENT/PRINCIPAL_AND_INTEREST_PAYMENT_PER_CHANGE_ADJUSTMENT_RULES/PRINCIPAL_AND_INTEREST_PAYMENT_PER_CHANGE_ADJUSTMENT_RULE',
          `${rule}<m:PerChangeMaximumPrincipalAndInterestPaymentAmount>1200.50</m:PerChangeMaximumPrincipalAndInterestPaymentAmount>`,
        ),
    );
    const payoff = wrap(
      'LIABILITY/LIABILITY_DETAIL/EXTENSION/OTHER',
      '<e:IntegratedDisclosureSectionType>DueFromBorrowerAtClosing</e:IntegratedDisclosureSectionType>',
    );
    const deal = wrap(
      'DOCUMENT_SETS/DOCUMENT_SET/DOCUMENTS/DOCUMENT/DEAL_SETS/DEAL_SET/DEALS/DEAL',
      `${wrap('LIABILITIES', payoff)}${wrap('LOANS/LOAN', adjustment)}`,
    );
    const older = `<m:MESSAGE xmlns:m="http://www.mismo.org/residential/2009/schemas" xmlns:e="http://www.datamodelextension.org" MISMOReferenceModelIdentifier="3.3.0299">${deal}</m:MESSAGE>`;
    const imported = importMismo(older);
    expect(imported).toMatchObject({
      kind: 'closing',
      defects: [],
      model: {
        payoffs: [{ section: 'DueFromBorrowerAtClosing' }],
        loan: {
          indexes: [{ type: 'TreasuryBill' }],
          marginPpm: 22_500,
          rateChanges: [{ rule: 'First', maximumIncreasePpm: 20_000 }],
          paymentChanges: [{ rule: 'First', maximumPaymentCents: 120_050 }],
        },
      },
    });
    const exported = exportMismo(imported);
    expect(exported).toContain('xmlns:gse="http://www.datamodelextension.org"');
    expect(importMismo(exported).model).toEqual(imported.model);
  });
});
