import * as z from 'zod';
import {
  CalendarDateSchema,
  CentsSchema,
  NonNegativeCentsSchema,
  PpmSchema,
} from '../../shared/value-schemas.ts';
import { PayFrequencySchema } from './pay-frequency.ts';
import { cited } from './evidence.ts';

const Year = z.int().min(1990).max(2100);
const optionalAmount = cited(CentsSchema).optional();

/** Wages of earlier years with the same employer (Form W-2), to see whether they bear out the rate. */
const priorWages = z
  .array(z.strictObject({ year: Year, wagesCents: cited(NonNegativeCentsSchema) }))
  .max(5)
  .optional();

/** Pay for a period at a fixed rate. */
export const SalaryFactsSchema = z.strictObject({
  kind: z.literal('salary'),
  amountPerPeriodCents: cited(NonNegativeCentsSchema).optional(),
  payFrequency: cited(PayFrequencySchema).optional(),
  /** Base pay of the current year, to see whether it bears out the rate. */
  yearToDateBaseCents: cited(NonNegativeCentsSchema).optional(),
  paidThroughOn: cited(CalendarDateSchema).optional(),
  employedSinceOn: cited(CalendarDateSchema).optional(),
  priorYears: priorWages,
});
export type SalaryFacts = z.infer<typeof SalaryFactsSchema>;

/** Pay by the hour for hours that do not vary; varying hours are `variable-hours`. */
export const HourlyFactsSchema = z.strictObject({
  kind: z.literal('hourly'),
  hourlyRateCents: cited(NonNegativeCentsSchema).optional(),
  /** 40 hours are 4,000. */
  hoursPerWeekHundredths: cited(z.int().positive().max(16_800)).optional(),
  yearToDateBaseCents: cited(NonNegativeCentsSchema).optional(),
  paidThroughOn: cited(CalendarDateSchema).optional(),
  employedSinceOn: cited(CalendarDateSchema).optional(),
  priorYears: priorWages,
});
export type HourlyFacts = z.infer<typeof HourlyFactsSchema>;

export const VariableFactsSchema = z.strictObject({
  kind: z.enum(['overtime', 'bonus', 'commission', 'tips', 'variable-hours']),
  /** `yearly` when it is paid once a year: what was paid then stands for twelve months. */
  paid: z.enum(['through-the-year', 'yearly']).default('through-the-year'),
  yearToDateCents: cited(NonNegativeCentsSchema).optional(),
  paidThroughOn: cited(CalendarDateSchema).optional(),
  employedSinceOn: cited(CalendarDateSchema).optional(),
  priorYears: z
    .array(
      z.strictObject({
        year: Year,
        amountCents: cited(NonNegativeCentsSchema),
        monthsWorked: cited(z.int().min(1).max(12)).optional(),
      }),
    )
    .max(5)
    .default([]),
  /** An underwriter's finding that a decline has ended, with where it is recorded. */
  declineHasStabilized: cited(z.boolean()).optional(),
});
export type VariableFacts = z.infer<typeof VariableFactsSchema>;

const TaxYear = z.strictObject({
  year: Year,
  /** How many months of the year the business ran. */
  monthsInBusiness: cited(z.int().min(1).max(12)).optional(),
  /** Lines of the return by the names of its form's table; a line left out is not in evidence. */
  lines: z.record(z.string(), cited(CentsSchema)),
  /** Miles driven for business, for the depreciation inside the standard mileage rate. */
  businessMiles: cited(z.int().nonnegative()).optional(),
  /** The borrower's share of a partnership or S corporation. */
  ownershipPpm: cited(PpmSchema).optional(),
});

export const SelfEmploymentFactsSchema = z.strictObject({
  kind: z.enum(['schedule-c', 'schedule-f', 'partnership', 's-corporation']),
  years: z.array(TaxYear).max(3),
  /** Whether the business can pay out what it earns without harm, with where that was found. */
  businessHasLiquidity: cited(z.boolean()).optional(),
  declineHasStabilized: cited(z.boolean()).optional(),
});
export type SelfEmploymentFacts = z.infer<typeof SelfEmploymentFactsSchema>;
export type TaxYearFacts = z.infer<typeof TaxYear>;

export const RentalFactsSchema = z.strictObject({
  kind: z.literal('rental'),
  /** What the property costs a month: principal, interest, taxes, insurance, association dues. */
  monthlyHousingExpenseCents: cited(NonNegativeCentsSchema).optional(),
  basis: z.discriminatedUnion('method', [
    z.strictObject({
      method: z.literal('schedule-e'),
      monthsInService: cited(z.int().min(1).max(12)).optional(),
      rentsReceivedCents: optionalAmount,
      totalExpensesCents: optionalAmount,
      insuranceCents: optionalAmount,
      mortgageInterestCents: optionalAmount,
      taxesCents: optionalAmount,
      associationDuesCents: optionalAmount,
      depreciationCents: optionalAmount,
      oneTimeExpenseCents: optionalAmount,
    }),
    z.strictObject({
      method: z.literal('lease'),
      grossMonthlyRentCents: cited(NonNegativeCentsSchema).optional(),
    }),
  ]),
});
export type RentalFacts = z.infer<typeof RentalFactsSchema>;

/** Pension, Social Security, annuity and other income at a set monthly amount. */
export const RetirementFactsSchema = z.strictObject({
  kind: z.enum([
    'social-security',
    'pension',
    'retirement-distribution',
    'disability',
    'child-support',
    'alimony',
  ]),
  monthlyAmountCents: cited(NonNegativeCentsSchema).optional(),
  /** The part of the amount on which no federal income tax is due, in parts per million. */
  nontaxablePpm: cited(PpmSchema).optional(),
  /** Last payment, where it ends; absent and `hasNoEnd` absent means that its continuance is not known. */
  endsOn: cited(CalendarDateSchema).optional(),
  hasNoEnd: cited(z.boolean()).optional(),
  /** The note date from which three years are counted. */
  noteOn: CalendarDateSchema,
});
export type RetirementFacts = z.infer<typeof RetirementFactsSchema>;

/** One source of income as evidence shows it. */
export const IncomeFactsSchema = z.discriminatedUnion('kind', [
  SalaryFactsSchema,
  HourlyFactsSchema,
  VariableFactsSchema,
  SelfEmploymentFactsSchema,
  RentalFactsSchema,
  RetirementFactsSchema,
]);
export type IncomeFacts = z.infer<typeof IncomeFactsSchema>;
