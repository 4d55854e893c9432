import * as z from 'zod';
import { CalendarDateSchema, NonNegativeCentsSchema } from '../../shared/value-schemas.ts';
import { InterestReceiptSchema, interestReceived } from './interest-by-year.ts';
import { PointsFactsSchema, reportablePoints } from './reportable-points.ts';
import { businessDayOnOrAfter, regXServicingDay } from '../../shared/business-days.ts';
import { cents, sumCents } from '../../shared/money.ts';
import { dateOf, partsOf } from '../../shared/calendar.ts';
import { invalid } from '../../shared/errors.ts';
import { premiumsAreReported } from './premium-years.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';
import type { ClockDate } from '../trid/clock-date.ts';
import type { RuleCheck } from '../ability-to-repay/rule-check.ts';

/** 26 USC 6050H(a), (h): of one mortgage, in one year. */
const THRESHOLD_CENTS = 60_000;

const Dated = z.strictObject({ on: CalendarDateSchema, amountCents: NonNegativeCentsSchema });

export const InterestStatementInputSchema = z.strictObject({
  year: z.int().min(2007).max(9998),
  originatedOn: CalendarDateSchema,
  /** When the holder bought the mortgage from another. */
  acquiredOn: CalendarDateSchema.optional(),
  /** Principal owed after each day that changed it, from origination or acquisition. */
  balances: z.array(Dated).min(1).max(2_000),
  receipts: z.array(InterestReceiptSchema).max(5_000),
  includeThroughJanuary15: z.boolean().default(true),
  /** Interest given back or credited, by the year in which it had been received. */
  refunds: z
    .array(
      z.strictObject({
        on: CalendarDateSchema,
        amountCents: NonNegativeCentsSchema,
        receivedInYear: z.int(),
        /** That year's Form 1098 had to state it, whoever held the mortgage then. */
        wasReportable: z.boolean().default(true),
      }),
    )
    .max(200)
    .default([]),
  mortgageInsurance: z.array(Dated).max(500).default([]),
  /** When the contract of insurance was issued; with the mortgage when absent. */
  insuranceIssuedOn: CalendarDateSchema.optional(),
  points: z.array(PointsFactsSchema).max(5).default([]),
  /** Everyone on the note, the payer of record first: one statement goes to that one. */
  borrowers: z
    .array(z.strictObject({ kind: z.enum(['individual', 'entity']) }))
    .min(1)
    .max(20),
  /** How many properties secure the mortgage; one statement covers all. */
  properties: z.int().min(1).max(1_000).default(1),
  /** Paid out of escrow, which box 10 may state. */
  otherPaid: z
    .strictObject({ realEstateTaxCents: NonNegativeCentsSchema, insuranceCents: NonNegativeCentsSchema })
    .optional(),
});
export type InterestStatementInput = z.input<typeof InterestStatementInputSchema>;
type Input = z.output<typeof InterestStatementInputSchema>;

export interface InterestStatement {
  year: number;
  /** Whether Form 1098 must be filed; below the thresholds it may be. */
  isRequired: boolean;
  checks: readonly RuleCheck[];
  box1InterestCents: Cents;
  box2PrincipalCents: Cents;
  /** The day of the principal: January 1, or origination or acquisition within the year. */
  box2AsOfOn: CalendarDate;
  box3OriginatedOn: CalendarDate;
  box4RefundCents: Cents;
  /** Absent in years without a deduction, of contracts before 2007, and under $600. */
  box5MortgageInsuranceCents?: Cents;
  box6PointsCents: Cents;
  pointsChecks: readonly RuleCheck[];
  /** Stated when more than one. */
  box9Properties?: number;
  box10Other?: { realEstateTaxCents: Cents; insuranceCents: Cents };
  box11AcquiredOn?: CalendarDate;
  furnishBy: ClockDate;
  fileOnPaperBy: ClockDate;
  fileElectronicallyBy: ClockDate;
}

/**
 * The figures of Form 1098 for one mortgage and one year, 26 USC 6050H.
 * @throws invalid NoBalance when no balance is known for box 2; a ZodError when malformed
 */
export function interestStatement(raw: InterestStatementInput): InterestStatement {
  const input = InterestStatementInputSchema.parse(raw);
  const { year, refunds, acquiredOn, properties } = input;
  const inYear = (on: CalendarDate) => partsOf(on).year === year;
  const sameYear = refunds.filter(({ on, receivedInYear }) => inYear(on) && receivedInYear === year);
  const earlier = refunds.filter(
    (each) => inYear(each.on) && each.receivedInYear < year && each.wasReportable,
  );
  const received = interestReceived(input.receipts, year, input.includeThroughJanuary15);
  const box1 = cents(Math.max(0, received - totalOf(sameYear)));
  const points = input.points.map((each) => reportablePoints(each, year));
  const box6 = totalOf(points);
  const premiums = totalOf(input.mortgageInsurance.filter(({ on }) => inYear(on)));
  const insuredOn = input.insuranceIssuedOn ?? input.originatedOn;
  const hasPremiums = premiumsAreReported(year, insuredOn) && premiums >= THRESHOLD_CENTS;
  const checks = checksOf(input, { interest: cents(box1 + box6), refunded: totalOf(earlier), hasPremiums });
  const [isIndividual, ...amounts] = checks;
  const box2 = principalOf(input);
  return {
    year,
    isRequired: isIndividual?.passed === true && amounts.some(({ passed }) => passed),
    checks,
    box1InterestCents: box1,
    box2PrincipalCents: box2.amountCents,
    box2AsOfOn: box2.on,
    box3OriginatedOn: input.originatedOn,
    box4RefundCents: totalOf(earlier),
    ...(hasPremiums ? { box5MortgageInsuranceCents: premiums } : {}),
    box6PointsCents: box6,
    pointsChecks: points.flatMap((each) => each.checks),
    ...(properties > 1 ? { box9Properties: properties } : {}),
    ...(input.otherPaid ? { box10Other: input.otherPaid } : {}),
    ...(acquiredOn && inYear(acquiredOn) ? { box11AcquiredOn: acquiredOn } : {}),
    ...dueDates(year),
  };
}

const totalOf = (list: readonly { amountCents: Cents }[]): Cents =>
  sumCents(list.map(({ amountCents }) => amountCents));

function checksOf(
  { borrowers }: Input,
  amounts: { interest: Cents; refunded: Cents; hasPremiums: boolean },
): RuleCheck[] {
  const { interest, refunded, hasPremiums } = amounts;
  const used = (amount: number) => ({ amountCents: amount, thresholdCents: THRESHOLD_CENTS });
  return [
    {
      rule: 'payer-of-record-is-individual',
      passed: borrowers[0]?.kind === 'individual',
      citation: '26 USC 6050H(a)(2)',
      used: { borrowers: borrowers.length },
    },
    {
      rule: 'interest-and-points-of-600',
      passed: interest >= THRESHOLD_CENTS,
      citation: '26 USC 6050H(a)(2)',
      used: used(interest),
    },
    {
      rule: 'refund-of-600',
      passed: refunded >= THRESHOLD_CENTS,
      citation: '1.6050H-2(a)(2)(iv)(A)',
      used: used(refunded),
    },
    { rule: 'mortgage-insurance-of-600', passed: hasPremiums, citation: '26 USC 6050H(h)', used: {} },
  ];
}

/** On January 1 before that day's payments; else on the day the mortgage was made or bought. */
function principalOf({ year, originatedOn, acquiredOn, balances }: Input): {
  on: CalendarDate;
  amountCents: Cents;
} {
  const january1 = dateOf(year, 1, 1);
  const began = acquiredOn ?? originatedOn;
  const isNew = began >= january1;
  const on = isNew ? began : january1;
  const known = balances
    .filter((balance) => (isNew ? balance.on <= on : balance.on < on))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .at(-1);
  if (!known) throw invalid('NoBalance', 'box 2 needs the principal owed on its day', { on });
  return { on, amountCents: known.amountCents };
}

/** A day that is a Saturday, Sunday or legal holiday moves to the next that is none (26 USC 7503). */
function dueDates(
  year: number,
): Pick<InterestStatement, 'furnishBy' | 'fileOnPaperBy' | 'fileElectronicallyBy'> {
  const due = (month: number, day: number, reason: string, citation: string): ClockDate => ({
    on: businessDayOnOrAfter(dateOf(year + 1, month, day), regXServicingDay),
    reason,
    citation,
  });
  return {
    furnishBy: due(1, 31, 'the statement to the payer of record', '26 USC 6050H(d)'),
    fileOnPaperBy: due(
      2,
      28,
      'to the Internal Revenue Service on paper',
      'General Instructions for Certain Information Returns; Form 1098',
    ),
    fileElectronicallyBy: due(3, 31, 'to the Internal Revenue Service electronically', '26 USC 6071(b)'),
  };
}
