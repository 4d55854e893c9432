import * as z from 'zod';
import { ClosingFactsSchema } from '../../lambdas/rules/mismo/closing/closing-facts.ts';
import { closingFromDisclosure } from '../../lambdas/rules/mismo/closing/closing-from-disclosure.ts';
import { defineEngine } from './engine.ts';
import { exportClosing } from '../../lambdas/rules/mismo/export-closing.ts';
import { formatDollars } from '../../lambdas/shared/money.ts';
import { importMismo, maskedModel } from '../../lambdas/rules/mismo/import-mismo.ts';

const mismoFile = defineEngine({
  name: 'mismo-file',
  summary:
    'A MISMO file (application, UCD or credit reply) as our model, sealed values masked, with every defect by path',
  input: z.strictObject({ xml: z.string().min(1) }),
  example: {
    xml: '<MESSAGE xmlns="http://www.mismo.org/residential/2009/schemas" MISMOReferenceModelIdentifier="3.4.032420160128"><DEAL_SETS><DEAL_SET><DEALS><DEAL><LOANS><LOAN LoanRoleType="SubjectLoan"><TERMS_OF_LOAN><BaseLoanAmount>300000</BaseLoanAmount></TERMS_OF_LOAN></LOAN></LOANS></DEAL></DEALS></DEAL_SET></DEAL_SETS></MESSAGE>',
  },
  run: ({ xml }) => {
    const file = importMismo(xml);
    return { kind: file.kind, model: maskedModel(file), defects: file.defects };
  },
  explain: (_input, { defects }) =>
    defects.map(
      ({ severity, path, rule, message }) => `${severity}: ${path}: ${message} (${rule}, MISMO 3.4 B324)`,
    ),
});

const ucd = defineEngine({
  name: 'ucd',
  summary: 'The UCD 2.0 file of a Closing Disclosure, its figures made by the disclosure engine',
  input: ClosingFactsSchema,
  example: {
    disclosure: {
      form: 'closing-disclosure',
      product: { rate: { kind: 'fixed' } },
      plan: {
        principalCents: 20_000_000,
        periods: { kind: 'equal', perYear: 12 },
        segments: [{ payments: 360, ratePpm: 60_000, payment: { kind: 'level', overPayments: 360 } }],
      },
      costs: { items: [{ section: 'A', name: 'Underwriting Fee', amountCents: 80_000 }] },
      cash: { table: 'standard', salePriceCents: 25_000_000, otherThirdPartyPaymentsCents: 25_000_000 },
      prepaidInterestCents: 0,
      prepaidFinanceChargeCents: 80_000,
      aprPpm: 60_400,
    },
    createdAt: '2026-06-01T12:00:00Z',
    issuedOn: '2026-06-01',
    closingOn: '2026-06-15',
    disbursementOn: '2026-06-15',
    purpose: 'Purchase',
    mortgageType: 'Conventional',
    property: { address: { line: '1 Sample Way', city: 'Exampleton', state: 'NE', postalCode: '00001' } },
    parties: [{ name: { first: 'Avery', last: 'Sample' }, roles: [{ type: 'Borrower' }] }],
    costs: [{ section: 'A', name: 'Underwriting Fee', type: 'UnderwritingFee', paidToType: 'Lender' }],
  },
  // parsed once more within: a brand aside, the schema's output is its input
  run: (facts) => {
    const model = closingFromDisclosure(facts);
    return { sections: model.loan?.sections ?? [], xml: exportClosing(model) };
  },
  explain: (_facts, { sections }) =>
    sections.map(
      ({ section, subsection, totalCents }) =>
        `${subsection ?? section}: ${totalCents === undefined ? 'by payer' : formatDollars(totalCents)} (1026.38(f) to (h))`,
    ),
});

export const mismoEngines = [mismoFile, ucd];
