import { centsOf, textOfField } from '../document-reading.ts';
import type { DocumentReading } from '../document-reading.ts';
import { dayNumber } from '../values/parse-date.ts';
import { isStateCode } from '../values/names.ts';
import { decimalOf } from '../values/parse-money.ts';
import { finding } from './finding.ts';
import type { Finding, LoanFacts } from './finding.ts';
import { checkEmployer, checkPerson } from './parties.ts';

const ITEMS = [
  'baseIncome',
  'overtimeIncome',
  'bonusIncome',
  'commissionIncome',
  'militaryEntitlements',
  'otherIncome',
];

export function reconcileUrla(reading: DocumentReading, facts: LoanFacts): Finding[] {
  return [
    ...checkIncome(reading, facts),
    ...checkHistory(reading, facts),
    ...checkStates(reading),
    ...checkPerson(reading, facts, ['borrower']),
    ...checkEmployer(reading, facts),
  ];
}

function checkIncome(reading: DocumentReading, facts: LoanFacts): Finding[] {
  const items = ITEMS.filter((name) => centsOf(reading, name) !== undefined);
  const sum = items.reduce((all, name) => all + (centsOf(reading, name) ?? 0), 0);
  const total = centsOf(reading, 'incomeTotalPrinted');
  const found: Finding[] = [];
  if (total !== undefined && items.length > 0 && total !== sum)
    found.push(
      finding(
        'urla.income-total',
        'warning',
        [...items, 'incomeTotalPrinted'],
        `The items of monthly income add up to ${decimalOf(sum)}; the printed total is ${decimalOf(total)}.`,
      ),
    );
  const stated = facts.statedMonthlyIncomeCents;
  if (stated !== undefined && items.length > 0 && Math.abs(stated - sum) * 20 > stated)
    found.push(
      finding(
        'urla.income-differs-from-loan',
        'warning',
        items,
        `The form's monthly income is ${decimalOf(sum)}; the loan states ${decimalOf(stated)}.`,
      ),
    );
  return found;
}

function checkHistory(reading: DocumentReading, facts: LoanFacts): Finding[] {
  const [birth, start] = ['dateOfBirth', 'employmentStart'].map((name) => textOfField(reading, name));
  const years = Number.parseInt(textOfField(reading, 'lineOfWorkYears') ?? '', 10);
  const found: Finding[] = [];
  if (birth && dayNumber(facts.asOf) - dayNumber(birth) < 18 * 365)
    found.push(finding('urla.minor', 'blocking', ['dateOfBirth'], 'The borrower is under 18.'));
  if (start && start > facts.asOf)
    found.push(
      finding(
        'urla.employment-in-the-future',
        'warning',
        ['employmentStart'],
        'The employment starts in the future.',
      ),
    );
  if (birth && start && dayNumber(start) - dayNumber(birth) < 14 * 365)
    found.push(
      finding(
        'urla.employed-too-young',
        'blocking',
        ['dateOfBirth', 'employmentStart'],
        'The employment starts before the age of 14.',
      ),
    );
  if (start && !Number.isNaN(years) && dayNumber(facts.asOf) - dayNumber(start) > (years + 1.1) * 365.25)
    found.push(
      finding(
        'urla.line-of-work-shorter-than-job',
        'warning',
        ['employmentStart', 'lineOfWorkYears'],
        'The years in this line of work are fewer than the years in the present job.',
      ),
    );
  return found;
}

function checkStates(reading: DocumentReading): Finding[] {
  return ['currentState', 'employerState', 'formerState', 'mailingState']
    .filter((name) => {
      const state = textOfField(reading, name);
      return state !== undefined && !isStateCode(state);
    })
    .map((name) =>
      finding('urla.unknown-state', 'warning', [name], 'The state is not one of the United States.'),
    );
}
