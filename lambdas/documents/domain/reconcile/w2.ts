import { centsOf, textOfField } from '../document-reading.ts';
import type { DocumentReading } from '../document-reading.ts';
import { isShareOf } from '../readers/w2-confirm.ts';
import { decimalOf } from '../values/parse-money.ts';
import { finding } from './finding.ts';
import type { Finding, LoanFacts } from './finding.ts';
import { checkEmployer, checkPerson } from './parties.ts';

/** Contribution and benefit base by year, 42 U.S.C. 430, as the Social Security Administration announced it. */
const WAGE_BASE_CENTS: Readonly<Record<string, number>> = {
  2015: 11_850_000,
  2016: 11_850_000,
  2017: 12_720_000,
  2018: 12_840_000,
  2019: 13_290_000,
  2020: 13_770_000,
  2021: 14_280_000,
  2022: 14_700_000,
  2023: 16_020_000,
  2024: 16_860_000,
  2025: 17_610_000,
  2026: 18_450_000,
};
/** Additional Medicare tax of 0.9 % starts over 200,000, IRC 3102(f)(1). */
const ADDITIONAL_MEDICARE_CENTS = 20_000_000;

export function reconcileW2(reading: DocumentReading, facts: LoanFacts): Finding[] {
  return [
    ...checkTaxes(reading),
    ...checkWages(reading),
    ...checkYear(reading, facts),
    ...checkPerson(reading, facts, ['employee']),
    ...checkEmployer(reading, facts),
  ];
}

function checkTaxes(reading: DocumentReading): Finding[] {
  const [wages, tax, medicareWages, medicareTax, tips] = ['box3', 'box4', 'box5', 'box6', 'box7'].map(
    (name) => centsOf(reading, name),
  );
  const year = textOfField(reading, 'year') ?? '';
  const rate = year === '2011' || year === '2012' ? 420 : 620;
  const found: Finding[] = [];
  if (
    wages !== undefined &&
    tax !== undefined &&
    !isShareOf(tax, wages, rate) &&
    !isShareOf(tax, wages + (tips ?? 0), rate)
  )
    found.push(
      finding(
        'w2.social-security-rate',
        'warning',
        ['box3', 'box4'],
        `Box 4 is not ${rate / 100} % of box 3: ${decimalOf(tax)} of ${decimalOf(wages)}.`,
      ),
    );
  if (medicareWages !== undefined && medicareTax !== undefined) {
    const extra = Math.max(0, medicareWages - ADDITIONAL_MEDICARE_CENTS);
    if (!isShareOf(medicareTax - Math.round((extra * 9) / 1000), medicareWages, 145))
      found.push(
        finding(
          'w2.medicare-rate',
          'warning',
          ['box5', 'box6'],
          `Box 6 is not 1.45 % of box 5: ${decimalOf(medicareTax)} of ${decimalOf(medicareWages)}.`,
        ),
      );
  }
  const base = WAGE_BASE_CENTS[year];
  if (base !== undefined && wages !== undefined && wages + (tips ?? 0) > base)
    found.push(
      finding(
        'w2.above-wage-base',
        'warning',
        ['box3', 'year'],
        `Social security wages are above the year's limit of ${decimalOf(base)}.`,
      ),
    );
  return found;
}

function checkWages(reading: DocumentReading): Finding[] {
  const [first, withheld, medicareWages] = ['box1', 'box2', 'box5'].map((name) => centsOf(reading, name));
  const found: Finding[] = [];
  if (first !== undefined && withheld !== undefined && withheld * 2 > first)
    found.push(
      finding(
        'w2.withholding-share',
        'warning',
        ['box1', 'box2'],
        'More than half of the wages was withheld as income tax.',
      ),
    );
  if (first !== undefined && medicareWages !== undefined && first * 100 > medicareWages * 105)
    found.push(
      finding(
        'w2.wages-above-medicare-wages',
        'info',
        ['box1', 'box5'],
        'Box 1 is more than box 5, which is unusual: Medicare wages have no limit.',
      ),
    );
  return found;
}

function checkYear(reading: DocumentReading, facts: LoanFacts): Finding[] {
  const year = Number.parseInt(textOfField(reading, 'year') ?? '', 10);
  const now = Number.parseInt(facts.asOf.slice(0, 4), 10);
  if (Number.isNaN(year)) return [];
  if (year >= now + 1)
    return [finding('w2.in-the-future', 'blocking', ['year'], 'The tax year lies in the future.')];
  return year < now - 2
    ? [
        finding(
          'w2.too-old',
          'blocking',
          ['year'],
          'The W-2 is not from the last two years (Fannie Mae Selling Guide B3-3.2-01: most recent one or two years).',
        ),
      ]
    : [];
}
