import { cents, multiplyByRatio, subtractCents, sumCents } from '../../shared/money.ts';
import { halfUp } from '../../shared/rounding.ts';
import { rational } from '../../shared/rational.ts';
import { calculated, cannotCalculate, input } from './income-result.ts';
import type { Cents } from '../../shared/money.ts';
import type { RentalFacts } from './income-facts.ts';
import type { IncomeResult, MissingFact, WorksheetLine } from './income-result.ts';

const CITATION = 'Fannie Mae Selling Guide B3-3.1-08 (rental income), Form 1038';

/** B3-3.1-08: 25 % of gross rent is set apart for vacancy and upkeep. */
const LEASE_FACTOR = rational(75, 100);

/** Net monthly rent of a property that is not the borrower's home: may be a loss, which counts against income. */
export function rentalIncome(facts: RentalFacts): IncomeResult {
  const gross = facts.basis.method === 'lease' ? rentOfLease(facts.basis) : rentOfScheduleE(facts.basis);
  const { monthlyHousingExpenseCents } = facts;
  const missing = [
    ...gross.missing,
    ...absent(!monthlyHousingExpenseCents, 'monthlyHousingExpenseCents', 'what the property costs a month'),
  ];
  if (gross.line === undefined || !monthlyHousingExpenseCents || missing.length > 0)
    return cannotCalculate(missing);
  const net: WorksheetLine = {
    rule: 'rental.net',
    inputs: [
      { name: 'adjustedMonthlyRentCents', value: gross.line.amountCents },
      input('monthlyHousingExpenseCents', monthlyHousingExpenseCents),
    ],
    amountCents: subtractCents(gross.line.amountCents, monthlyHousingExpenseCents.value),
    citation: CITATION,
  };
  return calculated(net.amountCents, [gross.line, net]);
}

interface Gross {
  line?: WorksheetLine;
  missing: MissingFact[];
}

function rentOfLease({ grossMonthlyRentCents }: Extract<RentalFacts['basis'], { method: 'lease' }>): Gross {
  if (!grossMonthlyRentCents)
    return { missing: absent(true, 'grossMonthlyRentCents', 'the rent that the lease or appraiser states') };
  const amountCents = multiplyByRatio(grossMonthlyRentCents.value, LEASE_FACTOR, halfUp);
  const inputs = [input('grossMonthlyRentCents', grossMonthlyRentCents)];
  return { line: { rule: 'rental.lease', inputs, amountCents, citation: CITATION }, missing: [] };
}

/** Expenses that the monthly housing expense counts again, or that took no cash: added back, if in evidence. */
const addBacks = [
  'insuranceCents',
  'mortgageInterestCents',
  'taxesCents',
  'associationDuesCents',
  'depreciationCents',
  'oneTimeExpenseCents',
] as const;

function rentOfScheduleE(basis: Extract<RentalFacts['basis'], { method: 'schedule-e' }>): Gross {
  const { rentsReceivedCents, totalExpensesCents, monthsInService } = basis;
  if (!rentsReceivedCents || !totalExpensesCents || !monthsInService) {
    return {
      missing: [
        ...absent(!rentsReceivedCents, 'rentsReceivedCents', 'Schedule E line 3 (rents received)'),
        ...absent(!totalExpensesCents, 'totalExpensesCents', 'Schedule E line 20 (total expenses)'),
        ...absent(
          !monthsInService,
          'monthsInService',
          'Schedule E line 2 (fair rental days), as months in service',
        ),
      ],
    };
  }
  const added = addBacks.flatMap((name) => (basis[name] ? [{ name, fact: basis[name] }] : []));
  const yearly: Cents = sumCents([
    rentsReceivedCents.value,
    cents(0 - totalExpensesCents.value),
    ...added.map(({ fact }) => fact.value),
  ]);
  const inputs = [
    input('rentsReceivedCents', rentsReceivedCents),
    input('totalExpensesCents', totalExpensesCents),
    ...added.map(({ name, fact }) => input(name, fact)),
    input('monthsInService', monthsInService),
  ];
  const amountCents = multiplyByRatio(yearly, rational(1, monthsInService.value), halfUp);
  return { line: { rule: 'rental.schedule-e', inputs, amountCents, citation: CITATION }, missing: [] };
}

const absent = (isAbsent: boolean, field: string, what: string): MissingFact[] =>
  isAbsent ? [{ field, reason: `${what} is not in evidence`, citation: CITATION }] : [];
