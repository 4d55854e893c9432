import * as z from 'zod';
import { PartialExemptionFactsSchema, partialExemption } from '../../lambdas/rules/hmda/partial-exemption.ts';
import {
  RateSpreadFactsSchema,
  comparableTermYears,
  rateSpread,
} from '../../lambdas/rules/hmda/rate-spread.ts';
import { checkRow } from '../../lambdas/rules/hmda/check-row.ts';
import { citedLines } from './derivation.ts';
import { defineEngine } from './engine.ts';
import { filingYears } from '../../lambdas/rules/hmda/filing-context.ts';
import { generateLar, generateTs } from '../../lambdas/rules/hmda/generate-row.ts';
import {
  isNuliFormat,
  isUliFormat,
  isValidUli,
  universalLoanIdentifier,
} from '../../lambdas/rules/hmda/uli.ts';
import { larFields } from '../../lambdas/rules/hmda/lar-fields.ts';
import { parsePrimeOfferRates } from '../../lambdas/rules/hmda/prime-offer-rates.ts';
import { tsFields } from '../../lambdas/rules/hmda/ts-fields.ts';

const APPENDIX_C = '12 CFR 1003 App. C, ISO/IEC 7064 MOD 97-10';

export const uli = defineEngine({
  name: 'uli',
  summary: 'Universal loan identifier of an LEI and a loan identifier, with its check digits',
  input: z.strictObject({ lei: z.string(), loanId: z.string() }),
  example: { lei: 'EXAMPLEMILLSLENDING1', loanId: '999143X' },
  run: ({ lei, loanId }) => ({ uli: universalLoanIdentifier(lei, loanId), citation: APPENDIX_C }),
  explain: citedLines,
});

export const uliCheck = defineEngine({
  name: 'uli-check',
  summary: 'Whether an identifier is a ULI whose check digits agree, or a NULI, which has none',
  input: z.strictObject({ identifier: z.string() }),
  example: { identifier: 'EXAMPLEMILLSLENDING1999143X28' },
  run: ({ identifier }) => ({
    hasUliFormat: isUliFormat(identifier),
    hasNuliFormat: isNuliFormat(identifier),
    checkDigitsAgree: isValidUli(identifier),
    citation: APPENDIX_C,
  }),
  explain: citedLines,
});

const tableLines = z.array(z.string()).describe('lines of the published table: M/D/YYYY|rate of 1 year|…|50');
const flatWeek = (rate: string): string => ['2/16/2026', ...Array.from({ length: 50 }, () => rate)].join('|');

export const spread = defineEngine({
  name: 'hmda-rate-spread',
  summary: 'Rate spread of a loan against the average prime offer rates that are given',
  input: RateSpreadFactsSchema.omit({ termYears: true }).extend({
    /** To maturity, or to the first adjustment of a variable rate. */
    termMonths: z.int().positive(),
    fixedRates: tableLines,
    variableRates: tableLines,
  }),
  example: {
    actionTaken: 1,
    isReverseMortgage: false,
    rateType: 'fixed',
    termMonths: 360,
    aprPpm: 66_500,
    rateSetOn: '2026-02-18',
    fixedRates: [flatWeek('6.22')],
    variableRates: [],
  },
  run: ({ fixedRates, variableRates, termMonths, ...facts }) =>
    rateSpread(
      { ...facts, termYears: comparableTermYears(termMonths) },
      {
        fixed: parsePrimeOfferRates(fixedRates.join('\n')),
        variable: parsePrimeOfferRates(variableRates.join('\n')),
      },
    ),
  explain: citedLines,
});

export const exemption = defineEngine({
  name: 'hmda-partial-exemption',
  summary: 'Whether the optional data points may be reported as exempt, closed-end and open-end apart',
  input: PartialExemptionFactsSchema,
  example: {
    institution: 'insured-depository',
    reinvestmentRatings: ['satisfactory', 'satisfactory'],
    actionTakenOn: '2026-03-10',
    precedingYears: [
      { year: 2024, closedEndOriginations: 310, openEndOriginations: 640 },
      { year: 2025, closedEndOriginations: 280, openEndOriginations: 590 },
    ],
  },
  run: partialExemption,
  explain: citedLines,
});

const valuesOf = <N extends string>(fields: readonly { name: N }[]) =>
  z.partialRecord(z.enum(fields.map(({ name }) => name) as [N, ...N[]]), z.union([z.string(), z.number()]));

export const registerRow = defineEngine({
  name: 'hmda-row',
  summary:
    'One row of a register, by field name, against the edits of its filing year; absent fields are blank',
  input: z.strictObject({
    year: z.literal(filingYears),
    quarter: z.literal([1, 2, 3, 4]).default(4),
    sheet: valuesOf(tsFields).default({}),
    row: valuesOf(larFields),
  }),
  example: {
    year: 2026,
    sheet: { lei: 'EXAMPLEMILLSLENDING1', federalAgency: 9 },
    row: {
      lei: 'EXAMPLEMILLSLENDING1',
      uli: 'EXAMPLEMILLSLENDING1999143X28',
      applicationDate: '2026-01-05',
      loanType: 1,
      loanPurpose: 1,
      preapproval: 2,
      actionTaken: 7,
      actionTakenDate: '2026-02-20',
      loanAmount: '288000.00',
    },
  },
  run: ({ year, quarter, sheet, row }) => {
    const context = { year, quarter, sheet: generateTs(sheet), reference: {} };
    const { failed, notRun } = checkRow(generateLar(row), context);
    return {
      failed: failed.map(({ id, kind, text, fields }) => ({ id, kind, text, fields })),
      notRun: notRun.map(({ edit: { id }, lacks }) => ({ id, lacks })),
    };
  },
  explain: ({ year }, { failed }) =>
    failed.map(({ id, kind, text }) => `${id} ${kind}: ${text} (Filing Instructions Guide ${year})`),
});
