import { centsOf, textOfField } from '../document-reading.ts';
import type { DocumentReading } from '../document-reading.ts';
import { rateTimesHoursCents } from '../readers/pay-stub-confirm.ts';
import { EARNING_ROWS } from '../readers/pay-stub-labels.ts';
import { dayNumber } from '../values/parse-date.ts';
import { decimalOf } from '../values/parse-money.ts';
import { finding } from './finding.ts';
import type { Finding, LoanFacts } from './finding.ts';
import { checkEmployer, checkPerson } from './parties.ts';

/** Fannie Mae Selling Guide B3-3.2-01 (formerly B3-3.1-02): dated no earlier than 30 days before the application. */
const FRESH_DAYS = 30;

export function reconcilePayStub(reading: DocumentReading, facts: LoanFacts): Finding[] {
  return [
    ...checkDates(reading, facts),
    ...checkTotals(reading),
    ...checkRows(reading),
    ...checkPace(reading),
    ...checkStatedIncome(reading, facts),
    ...checkPerson(reading, facts, ['employee']),
    ...checkEmployer(reading, facts),
  ];
}

function checkDates(reading: DocumentReading, facts: LoanFacts): Finding[] {
  const [start, end, paid] = ['periodStart', 'periodEnd', 'payDate'].map((name) =>
    textOfField(reading, name),
  );
  const found: Finding[] = [];
  if (start && end && start > end)
    found.push(
      finding(
        'pay-stub.period-backwards',
        'blocking',
        ['periodStart', 'periodEnd'],
        'The pay period ends before it starts.',
      ),
    );
  if (end && paid && dayNumber(end) - dayNumber(paid) > 16)
    found.push(
      finding(
        'pay-stub.paid-before-period',
        'warning',
        ['periodEnd', 'payDate'],
        'The pay date lies long before the end of the period.',
      ),
    );
  const latest = paid ?? end;
  if (latest && latest > facts.asOf)
    found.push(
      finding('pay-stub.in-the-future', 'blocking', ['payDate'], 'The pay date lies in the future.'),
    );
  if (latest && dayNumber(facts.asOf) - dayNumber(latest) > FRESH_DAYS)
    found.push(
      finding(
        'pay-stub.too-old',
        'blocking',
        ['payDate'],
        `The pay stub is older than ${FRESH_DAYS} days (Fannie Mae Selling Guide, pay stub dated within 30 days of the application).`,
      ),
    );
  return found;
}

function checkTotals(reading: DocumentReading): Finding[] {
  const [gross, net, ytdGross, ytdNet] = ['currentGross', 'netPay', 'ytdGross', 'ytdNet'].map((name) =>
    centsOf(reading, name),
  );
  const found: Finding[] = [];
  if (gross !== undefined && net !== undefined && net > gross)
    found.push(
      finding(
        'pay-stub.net-above-gross',
        'blocking',
        ['currentGross', 'netPay'],
        'Net pay is more than gross pay.',
      ),
    );
  if (gross !== undefined && net !== undefined && net === gross)
    found.push(
      finding(
        'pay-stub.nothing-withheld',
        'warning',
        ['currentGross', 'netPay'],
        'Nothing was withheld from gross pay.',
      ),
    );
  if (gross !== undefined && ytdGross !== undefined && ytdGross < gross)
    found.push(
      finding(
        'pay-stub.ytd-below-current',
        'blocking',
        ['currentGross', 'ytdGross'],
        'Gross pay of the year is less than that of the period.',
      ),
    );
  if (ytdNet !== undefined && ytdGross !== undefined && ytdNet > ytdGross)
    found.push(
      finding(
        'pay-stub.ytd-net-above-gross',
        'blocking',
        ['ytdGross', 'ytdNet'],
        'Net pay of the year is more than gross pay of the year.',
      ),
    );
  return found;
}

function checkRows(reading: DocumentReading): Finding[] {
  const found: Finding[] = [];
  for (const row of EARNING_ROWS) {
    const rate = textOfField(reading, `${row}Rate`);
    const hours = textOfField(reading, `${row}Hours`);
    const current = centsOf(reading, `${row}Current`);
    if (!rate || !hours || current === undefined) continue;
    const product = rateTimesHoursCents(rate, hours);
    if (Math.abs(product - current) > 1)
      found.push(
        finding(
          'pay-stub.rate-times-hours',
          'warning',
          [`${row}Rate`, `${row}Hours`, `${row}Current`],
          `Rate times hours is ${decimalOf(product)}, printed is ${decimalOf(current)}.`,
        ),
      );
  }
  for (const [suffix, total] of [
    ['Current', 'currentGross'],
    ['Ytd', 'ytdGross'],
  ] as const) {
    const sum = EARNING_ROWS.reduce((all, row) => all + (centsOf(reading, `${row}${suffix}`) ?? 0), 0);
    const gross = centsOf(reading, total);
    if (gross !== undefined && sum > gross + 1)
      found.push(
        finding(
          'pay-stub.rows-above-gross',
          'warning',
          [total],
          'The rows of earnings add up to more than gross pay.',
        ),
      );
  }
  return found;
}

/** Payments a year by the length of the period: weekly, every two weeks, twice a month, monthly. */
export function periodsPerYear(start: string, end: string): number | undefined {
  const days = dayNumber(end) - dayNumber(start) + 1;
  if (days === 7) return 52;
  if (days === 14) return 26;
  if (days === 13 || days === 15 || days === 16) return 24;
  return days >= 28 && days <= 31 ? 12 : undefined;
}

/** Gross of this period for every period since 1 January, against the year to date. */
function checkPace(reading: DocumentReading): Finding[] {
  const [start, end] = ['periodStart', 'periodEnd'].map((name) => textOfField(reading, name));
  const [gross, ytd] = ['currentGross', 'ytdGross'].map((name) => centsOf(reading, name));
  const perYear = start && end ? periodsPerYear(start, end) : undefined;
  if (!end || !perYear || !gross || ytd === undefined) return [];
  const paid = textOfField(reading, 'payDate');
  const counted = paid && paid.slice(0, 4) === end.slice(0, 4) && paid > end ? paid : end;
  const elapsed = Math.max(
    1,
    Math.round(((dayNumber(counted) - dayNumber(`${counted.slice(0, 4)}-01-01`) + 1) * perYear) / 365),
  );
  const expected = gross * elapsed;
  const spread = Math.abs(ytd - expected);
  if (spread <= gross || spread * 10 <= expected) return [];
  const severity = ytd * 2 > expected * 3 || ytd * 5 < expected * 3 ? 'warning' : 'info';
  return [
    finding(
      'pay-stub.ytd-pace',
      severity,
      ['currentGross', 'ytdGross', 'periodStart', 'periodEnd'],
      `Gross pay over ${elapsed} periods would be ${decimalOf(expected)}; the stub's year to date is ${decimalOf(ytd)}.`,
    ),
  ];
}

function checkStatedIncome(reading: DocumentReading, facts: LoanFacts): Finding[] {
  const [start, end] = ['periodStart', 'periodEnd'].map((name) => textOfField(reading, name));
  const gross = centsOf(reading, 'currentGross');
  const perYear = start && end ? periodsPerYear(start, end) : undefined;
  if (!perYear || gross === undefined || !facts.statedMonthlyIncomeCents) return [];
  const monthly = Math.round((gross * perYear) / 12);
  if (monthly * 100 >= facts.statedMonthlyIncomeCents * 90) return [];
  return [
    finding(
      'pay-stub.below-stated-income',
      'warning',
      ['currentGross'],
      `Gross pay comes to ${decimalOf(monthly)} a month; the application states ${decimalOf(facts.statedMonthlyIncomeCents)}.`,
    ),
  ];
}
