import { describe, expect, it } from 'vitest';
import { Tally } from '../tally.ts';
import { cents, negateCents, sumCents } from '../../../lambdas/shared/money.ts';
import { closingCostItems, lenderCreditOf } from '../../../lambdas/rules/mismo/closing/closing-cost-items.ts';
import { closingFromDisclosure } from '../../../lambdas/rules/mismo/closing/closing-from-disclosure.ts';
import { exportClosing } from '../../../lambdas/rules/mismo/export-closing.ts';
import { fixedRatePlan } from '../../../lambdas/rules/amortization/note-plans.ts';
import { importClosing } from '../../../lambdas/rules/mismo/import-closing.ts';
import { mismoAbsentMessage, mismoFiles, mismoPresent, readMismo } from './mismo-files.ts';
import { pathValues } from '../../lambdas/rules/mismo/path-values.ts';
import { ppm } from '../../../lambdas/shared/rate.ts';
import type { Cents } from '../../../lambdas/shared/money.ts';
import type { Closing, ClosingLoan } from '../../../lambdas/rules/mismo/closing/closing.ts';
import type { ClosingFacts } from '../../../lambdas/rules/mismo/closing/closing-facts.ts';

if (!mismoPresent) console.log(mismoAbsentMessage);

const nothing = cents(0);
const finalOf = ({ cashToClose = [] }: ClosingLoan, type: string): Cents =>
  cashToClose.find((each) => each.type === type && each.finalCents !== undefined)?.finalCents ?? nothing;

/** The facts of our engine that a published file states: its costs, note and cash, not its totals. */
function factsOf({ loan = {}, subjectProperty = {}, parties = [], payoffs = [] }: Closing): ClosingFacts {
  const items = closingCostItems(loan);
  const contract = subjectProperty.salesContracts?.[0];
  const price = sumCents([
    contract?.realPropertyCents ?? nothing,
    contract?.personalPropertyCents ?? nothing,
  ]);
  const isPurchase = loan.purpose === 'Purchase';
  const paidOff = sumCents(payoffs.map(({ payoffCents }) => payoffCents ?? nothing));
  const note = loan.noteAmountCents ?? nothing;
  const named = [
    ...(loan.fees ?? []).map(({ type, label }) => ({ type, name: label ?? type })),
    ...(loan.prepaids ?? []).map(({ type, label }) => ({ type, name: label ?? type })),
    ...(loan.escrowItems ?? []).map(({ type, label }) => ({ type, name: label ?? type })),
  ];
  const first = loan.projectedPayments?.[0];
  const insured = loan.projectedPayments?.find(
    ({ mortgageInsuranceCents }) => (mortgageInsuranceCents ?? 0) > 0,
  );
  return {
    disclosure: {
      form: 'closing-disclosure',
      product: { rate: { kind: 'fixed' } },
      plan: fixedRatePlan({
        principalCents: note,
        ratePpm: loan.noteRatePpm ?? ppm(0),
        months: loan.maturityPeriods ?? 360,
      }),
      ...(insured
        ? {
            mortgageInsurance: {
              monthlyCents: insured.mortgageInsuranceCents ?? 0,
              payments: (insured.through ?? 1) * 12,
            },
          }
        : {}),
      ...(first?.escrowCents === undefined ? {} : { monthlyEscrowCents: first.escrowCents }),
      costs: { items, lenderCreditsCents: lenderCreditOf(loan) },
      cash: isPurchase
        ? {
            table: 'standard',
            salePriceCents: price,
            otherThirdPartyPaymentsCents: price,
            depositCents: negateCents(finalOf(loan, 'Deposit')),
            sellerCreditsCents: negateCents(finalOf(loan, 'SellerCredits')),
            adjustmentsCents: finalOf(loan, 'AdjustmentsAndOtherCredits'),
          }
        : { table: 'alternative', payoffsAndPaymentsCents: paidOff },
      prepaidInterestCents: sumCents(
        items.filter(({ name }) => name === 'PrepaidInterest').map(({ amountCents }) => cents(amountCents)),
      ),
      prepaidFinanceChargeCents: cents(note - (loan.amountFinancedCents ?? note)),
      aprPpm: loan.aprPpm ?? 0,
    },
    createdAt: '2026-06-01T12:00:00Z',
    issuedOn: loan.issuedOn ?? '2026-06-01',
    closingOn: loan.closingOn ?? '2026-06-15',
    disbursementOn: loan.disbursementOn ?? '2026-06-15',
    purpose: loan.purpose ?? 'Unknown',
    mortgageType: 'Conventional',
    property: subjectProperty,
    parties,
    payoffs,
    costs: items.flatMap(({ section, name }) => {
      const type = named.find((each) => each.name === name)?.type;
      return type === undefined ? [] : [{ section, name, type }];
    }),
  };
}

const containers = (xml: string): Set<string> =>
  new Set(
    pathValues(xml).map((each) => each.replaceAll(/\[\d+\]/g, '').replace(/(?:=| comment | text ).*$/s, '')),
  );

describe.skipIf(!mismoPresent)('UCD of our disclosure engine beside published ones', () => {
  it.each(mismoFiles('closing-ucd'))('%s: the same structure, totals, cash and payments', (name) => {
    const { closing } = importClosing(readMismo(name));
    const { loan = {} } = closing;
    const ours = closingFromDisclosure(factsOf(closing));
    const tally = new Tally(`mismo/${name} (made anew from its costs)`);

    // one file has a label where the other has none: what either has is the standard's
    const published = new Set(mismoFiles('closing-ucd').flatMap((each) => [...containers(readMismo(each))]));
    const strange = [...containers(exportClosing(ours))].filter(
      (path) =>
        !published.has(path) && !/SectionTotalAmount|SubsectionPaymentTimingType|OtherDescription/.test(path),
    );
    tally.check('paths that no published file has', strange, []);

    for (const { section, subsection, totalCents } of loan.sections ?? []) {
      const own = ours.loan?.sections?.find(
        (each) => each.section === section && each.subsection === subsection,
      );
      if (totalCents !== undefined && own)
        tally.check(`total of ${subsection ?? section}`, own.totalCents, totalCents);
      else if (totalCents !== undefined)
        tally.skip(`${section}: sections K and L are stated facts, not made by the engine`);
    }
    for (const { type, finalCents } of loan.cashToClose ?? []) {
      if (finalCents === undefined || type === undefined) continue;
      if (type === 'ClosingCostsFinanced' && loan.purpose === 'Refinance') {
        tally.skip('the file states no closing costs financed though its loan pays them (1026.37(h)(2)(v))');
        continue;
      }
      tally.check(`cash to close, ${type}`, ours.loan && finalOf(ours.loan, type), finalCents);
    }
    for (const [index, column] of (loan.projectedPayments ?? []).entries()) {
      const own = ours.loan?.projectedPayments?.[index];
      const inDollars =
        (column.totalCents ?? 0) % 100 === 0 && (column.principalAndInterestCents ?? 0) % 100 === 0;
      const shown = (amount: Cents | undefined) =>
        inDollars ? Math.round((amount ?? 0) / 100) * 100 : amount;
      tally.check(
        `projected payments, column ${index + 1}`,
        [own?.from, own?.through, shown(own?.principalAndInterestCents), shown(own?.totalCents)],
        [column.from, column.through, column.principalAndInterestCents, column.totalCents],
      );
    }
    tally.check(
      'first payment',
      ours.loan?.firstPrincipalAndInterestCents,
      loan.firstPrincipalAndInterestCents,
    );
    tally.check('amount financed', ours.loan?.amountFinancedCents, loan.amountFinancedCents);
    tally.skip(
      'finance charge, total of payments and TIP: the sample states the payments alone, not the costs of 1026.38(o)(1), (2), (5)',
      3,
    );
    expect(tally.report().disagreed).toEqual([]);
  });
});
