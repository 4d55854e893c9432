import * as z from 'zod';

const Cents = z.int().nonnegative();
const Day = z.iso.date();
const Address = z.object({
  street: z.string(),
  city: z.string(),
  state: z.string().length(2),
  zip: z.string(),
});

/** Everything that the sample documents say, so that they agree with each other; invented people only. Amounts in cents, dates ISO. */
export const SampleScenario = z.strictObject({
  borrower: z.object({
    firstName: z.string(),
    lastName: z.string(),
    /** 987-65-4320 to 4329 are set aside for such use and belong to nobody. */
    ssn: z.string(),
    bornOn: Day,
    email: z.string(),
    phone: z.string(),
    address: Address,
    licence: z.object({ number: z.string(), issuedOn: Day, expiresOn: Day }),
  }),
  employer: z.object({
    name: z.string(),
    ein: z.string(),
    phone: z.string(),
    address: Address,
    position: z.string(),
    hiredOn: Day,
  }),
  pay: z.object({
    frequency: z.enum(['weekly', 'biweekly', 'semimonthly', 'monthly']),
    periodBeginsOn: Day,
    periodEndsOn: Day,
    paidOn: Day,
    /** How many pay dates of this year there were, this one included; year-to-date is that many times the current amounts. */
    periodsThisYear: z.int().positive(),
    earnings: z
      .array(
        z.object({
          name: z.string(),
          currentCents: Cents,
          hours: z.string().optional(),
          rate: z.string().optional(),
        }),
      )
      .min(1),
    deductions: z.array(z.object({ name: z.string(), currentCents: Cents })),
  }),
  w2: z.object({
    year: z.int(),
    wagesCents: Cents,
    retirementCents: Cents,
    federalTaxCents: Cents,
    stateTaxCents: Cents,
  }),
  bank: z.object({
    name: z.string(),
    accountNumber: z.string(),
    periodBeginsOn: Day,
    periodEndsOn: Day,
    openingCents: Cents,
    /** In order; deposits positive, withdrawals negative. */
    transactions: z.array(z.object({ on: Day, what: z.string(), amountCents: z.int() })),
  }),
  loan: z.object({
    amountCents: Cents,
    purpose: z.enum(['Purchase', 'Refinance']),
    propertyValueCents: Cents,
    property: Address,
  }),
});

export type SampleScenario = z.infer<typeof SampleScenario>;

const home = { street: '12 Placeholder Lane', city: 'Sampleton', state: 'OH', zip: '43004' };

/** Avery Sample of Example Mills: a plain case in which everything agrees. */
export const AVERY_SAMPLE: SampleScenario = {
  borrower: {
    firstName: 'Avery',
    lastName: 'Sample',
    ssn: '987-65-4321',
    bornOn: '1988-04-12',
    email: 'avery.sample@example.com',
    phone: '(614) 555-0142',
    address: home,
    licence: { number: 'SX000001', issuedOn: '2024-04-10', expiresOn: '2029-04-12' },
  },
  employer: {
    name: 'Example Mills LLC',
    ein: '00-1234567',
    phone: '(614) 555-0100',
    address: { street: '500 Loom Street', city: 'Sampleton', state: 'OH', zip: '43004' },
    position: 'Line Supervisor',
    hiredOn: '2019-03-04',
  },
  pay: {
    frequency: 'biweekly',
    periodBeginsOn: '2026-10-25',
    periodEndsOn: '2026-11-07',
    paidOn: '2026-11-13',
    periodsThisYear: 23,
    earnings: [{ name: 'Regular', currentCents: 320_000, hours: '80.00', rate: '40.0000' }],
    deductions: [
      { name: 'Federal Income Tax', currentCents: 35_200 },
      { name: 'Social Security Tax', currentCents: 19_840 },
      { name: 'Medicare Tax', currentCents: 4_640 },
      { name: 'State Income Tax', currentCents: 9_600 },
      { name: '401(k)', currentCents: 16_000 },
    ],
  },
  w2: {
    year: 2025,
    wagesCents: 7_904_000,
    retirementCents: 416_000,
    federalTaxCents: 915_200,
    stateTaxCents: 249_600,
  },
  bank: {
    name: 'Sampleton Example Bank',
    accountNumber: '000012344321',
    periodBeginsOn: '2026-10-01',
    periodEndsOn: '2026-10-31',
    openingCents: 1_842_517,
    transactions: [
      { on: '2026-10-02', what: 'EXAMPLE MILLS LLC PAYROLL', amountCents: 234_720 },
      { on: '2026-10-03', what: 'Rent to Placeholder Homes', amountCents: -145_000 },
      { on: '2026-10-05', what: 'Sample Grocer 18', amountCents: -8_412 },
      { on: '2026-10-08', what: 'Example Electric', amountCents: -11_260 },
      { on: '2026-10-16', what: 'EXAMPLE MILLS LLC PAYROLL', amountCents: 234_720 },
      { on: '2026-10-19', what: 'Sample Grocer 18', amountCents: -9_157 },
      { on: '2026-10-22', what: 'Example Auto Finance', amountCents: -31_050 },
      { on: '2026-10-27', what: 'Sample Fuel', amountCents: -4_825 },
      { on: '2026-10-30', what: 'EXAMPLE MILLS LLC PAYROLL', amountCents: 234_720 },
    ],
  },
  loan: {
    amountCents: 28_800_000,
    purpose: 'Purchase',
    propertyValueCents: 36_000_000,
    property: { street: '77 Specimen Court', city: 'Sampleton', state: 'OH', zip: '43004' },
  },
};
