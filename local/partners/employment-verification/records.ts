import * as z from 'zod';

const dollars = z.string().regex(/^\d+(\.\d{1,4})?$/);

/** What the provider's network knows of an employer's people. No `employee`: it holds for everybody who works there. */
export const EmployerRecord = z.strictObject({
  employer: z.string().min(1),
  employee: z.strictObject({ firstName: z.string(), lastName: z.string() }).optional(),
  status: z.enum(['active', 'inactive']).default('active'),
  hiredOn: z.iso.date(),
  endedOn: z.iso.date().optional(),
  title: z.string().default('Associate'),
  payRate: z.strictObject({
    amount: dollars,
    unit: z.enum(['hourly', 'weekly', 'biweekly', 'semimonthly', 'monthly', 'annually', 'daily']),
  }),
  hoursPerWeek: z.string().optional(),
  earnings: z.array(
    z.strictObject({
      year: z.string().regex(/^\d{4}$/),
      base: dollars,
      overtime: dollars.default('0.00'),
      bonus: dollars.default('0.00'),
    }),
  ),
});
export type EmployerRecord = z.infer<typeof EmployerRecord>;

/** Invented employers; more are put by `PUT /_local/partners/employment-verification/records`. */
export const seededRecords: readonly EmployerRecord[] = [
  {
    employer: 'Example Mills LLC',
    status: 'active',
    hiredOn: '2019-03-04',
    title: 'Line Supervisor',
    payRate: { amount: '40.00', unit: 'hourly' },
    hoursPerWeek: '40.00',
    earnings: [
      { year: '2026', base: '73600.00', overtime: '0.00', bonus: '0.00' },
      { year: '2025', base: '83200.00', overtime: '0.00', bonus: '0.00' },
      { year: '2024', base: '80600.00', overtime: '0.00', bonus: '0.00' },
    ],
  },
  {
    employer: 'Sampleton Example Clinic',
    status: 'active',
    hiredOn: '2021-06-14',
    title: 'Nurse',
    payRate: { amount: '78000.00', unit: 'annually' },
    earnings: [
      { year: '2026', base: '68250.00', overtime: '9100.00', bonus: '0.00' },
      { year: '2025', base: '76500.00', overtime: '10200.00', bonus: '0.00' },
      { year: '2024', base: '74000.00', overtime: '9800.00', bonus: '0.00' },
    ],
  },
  {
    employer: 'Placeholder Foundry Inc',
    status: 'inactive',
    hiredOn: '2015-01-05',
    endedOn: '2026-08-28',
    title: 'Moulder',
    payRate: { amount: '6100.00', unit: 'monthly' },
    earnings: [{ year: '2026', base: '48800.00', overtime: '0.00', bonus: '0.00' }],
  },
];

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/\b(?:llc|inc|corp|co|ltd)\b\.?/g, '')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();

/** One of that very person before one of the employer's people at large. */
export function findRecord(
  records: readonly EmployerRecord[],
  target: { employer: string; firstName: string; lastName: string },
): EmployerRecord | undefined {
  const there = records.filter(({ employer }) => folded(employer) === folded(target.employer));
  const own = there.find(
    ({ employee }) =>
      employee !== undefined &&
      folded(employee.firstName) === folded(target.firstName) &&
      folded(employee.lastName) === folded(target.lastName),
  );
  return own ?? there.find(({ employee }) => employee === undefined);
}
