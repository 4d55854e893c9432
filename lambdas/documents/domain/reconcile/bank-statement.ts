import { centsOf, fieldNamed, textOfField } from '../document-reading.ts';
import type { DocumentReading } from '../document-reading.ts';
import { dayNumber } from '../values/parse-date.ts';
import { decimalOf } from '../values/parse-money.ts';
import { finding } from './finding.ts';
import type { Finding, LoanFacts } from './finding.ts';
import { checkPerson } from './parties.ts';

/** Fannie Mae Selling Guide B3-4.2-01: a latest statement more than 45 days before the application needs a supplement. */
const FRESH_DAYS = 45;
/** Fannie Mae Selling Guide B3-4.2-02: a single deposit over 50 % of the monthly qualifying income is large. */
const LARGE_SHARE_PERCENT = 50;

export function reconcileBankStatement(reading: DocumentReading, facts: LoanFacts): Finding[] {
  return [
    ...checkBalances(reading),
    ...checkDates(reading, facts),
    ...checkDeposits(reading, facts),
    ...checkRows(reading),
    ...checkPerson(reading, facts, ['holder']),
  ];
}

function checkBalances(reading: DocumentReading): Finding[] {
  const [opening, closing, deposits] = ['openingBalance', 'closingBalance', 'totalDeposits'].map((name) =>
    centsOf(reading, name),
  );
  if (opening === undefined || closing === undefined) return [];
  const outs = ['totalWithdrawals', 'totalOtherWithdrawals', 'totalChecks', 'totalFees'].filter(
    (name) => centsOf(reading, name) !== undefined,
  );
  if (deposits === undefined && outs.length === 0)
    return [
      finding(
        'bank-statement.no-totals',
        'warning',
        ['openingBalance', 'closingBalance'],
        'The statement shows no totals to prove its closing balance with.',
      ),
    ];
  if (
    fieldNamed(reading, 'closingBalance')?.trust === 'confirmed' &&
    fieldNamed(reading, 'openingBalance')?.trust === 'confirmed'
  )
    return [];
  const left = outs.reduce((sum, name) => sum + (centsOf(reading, name) ?? 0), 0);
  const expected = opening + (deposits ?? 0) - left;
  return expected === closing
    ? []
    : [
        finding(
          'bank-statement.does-not-balance',
          'warning',
          ['openingBalance', 'totalDeposits', ...outs, 'closingBalance'],
          `Opening balance plus deposits less withdrawals is ${decimalOf(expected)}; the statement closes with ${decimalOf(closing)}.`,
        ),
      ];
}

function checkDates(reading: DocumentReading, facts: LoanFacts): Finding[] {
  const [start, end, dated] = ['periodStart', 'periodEnd', 'statementDate'].map((name) =>
    textOfField(reading, name),
  );
  const latest = end ?? dated;
  const found: Finding[] = [];
  if (start && end && start > end)
    found.push(
      finding(
        'bank-statement.period-backwards',
        'blocking',
        ['periodStart', 'periodEnd'],
        'The period ends before it starts.',
      ),
    );
  if (latest && latest > facts.asOf)
    found.push(
      finding(
        'bank-statement.in-the-future',
        'blocking',
        [end ? 'periodEnd' : 'statementDate'],
        'The statement is dated in the future.',
      ),
    );
  if (latest && dayNumber(facts.asOf) - dayNumber(latest) > FRESH_DAYS)
    found.push(
      finding(
        'bank-statement.too-old',
        'blocking',
        [end ? 'periodEnd' : 'statementDate'],
        `The statement is more than ${FRESH_DAYS} days old (Fannie Mae Selling Guide B3-4.2-01).`,
      ),
    );
  if (!start && reading.fields.length > 0)
    found.push(
      finding(
        'bank-statement.no-period',
        'info',
        ['statementDate'],
        'No period with a first and a last day could be read.',
      ),
    );
  return found;
}

function checkDeposits(reading: DocumentReading, facts: LoanFacts): Finding[] {
  const stated = facts.statedMonthlyIncomeCents;
  if (!stated) return [];
  return reading.rows
    .filter((row) => row.amountCents * 100 > stated * LARGE_SHARE_PERCENT)
    .map((row) =>
      finding(
        'bank-statement.large-deposit',
        'warning',
        ['rows'],
        `A deposit of ${decimalOf(row.amountCents)} on ${row.on} is over half of the monthly income; its source has to be shown (Fannie Mae Selling Guide B3-4.2-02).`,
      ),
    );
}

/** Rows, where all of them could be read, add up to the printed totals. */
function checkRows(reading: DocumentReading): Finding[] {
  const deposits = centsOf(reading, 'totalDeposits');
  const sum = reading.rows
    .filter((row) => row.amountCents > 0)
    .reduce((all, row) => all + row.amountCents, 0);
  return deposits !== undefined && sum > deposits
    ? [
        finding(
          'bank-statement.rows-above-total',
          'warning',
          ['totalDeposits', 'rows'],
          `The rows of deposits add up to ${decimalOf(sum)}, more than the printed total of ${decimalOf(deposits)}.`,
        ),
      ]
    : [];
}
