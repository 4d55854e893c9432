import type { PageWords, ReadingEngine, Word } from '../../lambdas/documents/domain/page-words.ts';

/** One line of type: where its pieces begin (shares of the page's width) and what they say. */
export type TypedLine = readonly [
  top: number,
  ...pieces: (readonly [left: number, text: string, confidence?: number])[],
];

interface PageOptions {
  pageNumber?: number;
  engine?: ReadingEngine;
  /** Of words that name none. */
  confidence?: number;
  /** Rise over run: 0.02 is about one degree. */
  tilt?: number;
}

const LETTER_ASPECT = 612 / 792;
const HEIGHT = 0.011;
/** Width of a letter of that height, in shares of a letter page's width. */
const LETTER = 0.0072;

/**
 * A page set in one size of type, for worked examples: letters 0.0072 of the page wide, words one letter apart, lines
 * 0.011 high. `top` and `left` are shares of the page.
 */
export function typedPage(lines: readonly TypedLine[], options: PageOptions = {}): PageWords {
  const { pageNumber = 1, engine = 'text-layer', tilt = 0 } = options;
  const fallback = options.confidence ?? (engine === 'text-layer' ? 100 : 96);
  const words = lines.flatMap(([top, ...pieces]) =>
    pieces.flatMap(([left, text, confidence]) => wordsOf(top, left, text, confidence ?? fallback)),
  );
  const tilted = words.map((word) => ({
    ...word,
    box: { ...word.box, top: word.box.top + tilt * (word.box.left + word.box.width / 2) * LETTER_ASPECT },
  }));
  return { pageNumber, engine, aspect: LETTER_ASPECT, words: tilted };
}

function wordsOf(top: number, left: number, text: string, confidence: number): Word[] {
  return [...text.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    confidence,
    box: { left: left + match.index * LETTER, top, width: match[0].length * LETTER, height: HEIGHT },
  }));
}

/** A weekly-paid, invented employee's stub in two tables; earnings add up, and net is gross less the deductions. */
export const PAY_STUB_LINES: readonly TypedLine[] = [
  [0.05, [0.06, 'Example Mills Inc.'], [0.55, 'Earnings Statement']],
  [0.07, [0.06, '12 Loom Street'], [0.55, 'Period beginning: 03/02/2026']],
  [0.09, [0.06, 'Sampleton, OH 44100'], [0.55, 'Period ending: 03/15/2026']],
  [0.11, [0.55, 'Pay date: 03/20/2026']],
  [0.15, [0.06, 'Employee: Avery Sample']],
  [0.17, [0.06, 'SSN: XXX-XX-1234']],
  [0.22, [0.06, 'Earnings'], [0.28, 'rate'], [0.38, 'hours'], [0.48, 'this period'], [0.66, 'year to date']],
  [0.24, [0.06, 'Regular'], [0.28, '25.00'], [0.38, '80.00'], [0.48, '2,000.00'], [0.66, '10,000.00']],
  [0.26, [0.06, 'Overtime'], [0.28, '37.50'], [0.38, '4.00'], [0.48, '150.00'], [0.66, '600.00']],
  [0.28, [0.06, 'Gross Pay'], [0.48, '$2,150.00'], [0.66, '10,600.00']],
  [0.32, [0.06, 'Deductions']],
  [0.34, [0.06, 'Federal Income Tax'], [0.48, '-215.00'], [0.66, '1,060.00']],
  [0.36, [0.06, 'Social Security Tax'], [0.48, '-133.30'], [0.66, '657.20']],
  [0.38, [0.06, 'Medicare Tax'], [0.48, '-31.18'], [0.66, '153.70']],
  [0.4, [0.06, 'Net Pay'], [0.48, '$1,770.52']],
];

/** One copy of a W-2 with invented figures, of which the taxes are the shares that the law sets. */
export function w2Lines(top: number): TypedLine[] {
  const lines: TypedLine[] = [
    [0, [0.2, "a Employee's social security number"], [0.6, 'OMB No. 1545-0008']],
    [0.015, [0.22, '900-12-3456']],
    [
      0.03,
      [0.04, 'b Employer identification number (EIN)'],
      [0.5, '1 Wages, tips, other compensation'],
      [0.76, '2 Federal income tax withheld'],
    ],
    [0.045, [0.06, '99-1234567'], [0.55, '48000.00'], [0.8, '5200.00']],
    [
      0.06,
      [0.04, "c Employer's name, address, and ZIP code"],
      [0.5, '3 Social security wages'],
      [0.76, '4 Social security tax withheld'],
    ],
    [0.075, [0.06, 'Example Mills Inc'], [0.55, '50000.00'], [0.8, '3100.00']],
    [0.09, [0.06, '12 Loom Street'], [0.5, '5 Medicare wages and tips'], [0.76, '6 Medicare tax withheld']],
    [0.105, [0.06, 'Sampleton OH 44100'], [0.55, '50000.00'], [0.8, '725.00']],
    [0.12, [0.5, '7 Social security tips'], [0.76, '8 Allocated tips']],
    [0.15, [0.04, 'd Control number'], [0.5, '9'], [0.76, '10 Dependent care benefits']],
    [0.165, [0.06, 'A1B2C3']],
    [
      0.18,
      [0.04, "e Employee's first name and initial"],
      [0.33, 'Last name'],
      [0.5, '11 Nonqualified plans'],
      [0.76, '12a See instructions for box 12'],
    ],
    [0.195, [0.06, 'Avery'], [0.33, 'Sample'], [0.78, 'D'], [0.82, '2000.00']],
    [0.21, [0.5, '13 Statutory'], [0.62, 'Retirement'], [0.76, '12b']],
    [0.225, [0.06, '34 Weft Lane'], [0.64, 'X']],
    [0.24, [0.06, 'Sampleton OH 44100'], [0.5, '14 Other'], [0.76, '12c']],
    [0.27, [0.04, "f Employee's address and ZIP code"], [0.76, '12d']],
    [
      0.29,
      [0.04, '15 State'],
      [0.12, "Employer's state ID number"],
      [0.34, '16 State wages, tips, etc.'],
      [0.56, '17 State income tax'],
    ],
    [0.305, [0.05, 'OH'], [0.13, '51-123456'], [0.36, '48000.00'], [0.58, '1400.00']],
    [0.33, [0.1, 'Wage and Tax Statement'], [0.45, '2025']],
  ];
  return lines.map(([at, ...pieces]): TypedLine => [top + at, ...pieces]);
}

export const BANK_STATEMENT_LINES: readonly TypedLine[] = [
  [0.05, [0.06, 'First Sample Bank'], [0.6, 'Account Statement']],
  [0.1, [0.06, 'AVERY SAMPLE'], [0.5, 'Account Number: 000123456789']],
  [0.115, [0.06, '34 Weft Lane'], [0.5, 'Statement Period: 02/01/2026 to 02/28/2026']],
  [0.13, [0.06, 'Sampleton, OH 44100']],
  [0.2, [0.06, 'Beginning Balance'], [0.5, '$1,000.00']],
  [0.215, [0.06, 'Total Deposits'], [0.5, '$4,000.00']],
  [0.23, [0.06, 'Total Withdrawals'], [0.5, '$1,250.50']],
  [0.245, [0.06, 'Ending Balance'], [0.5, '$3,749.50']],
];

export const LICENCE_LINES: readonly TypedLine[] = [
  [0.05, [0.05, 'OHIO'], [0.4, 'DRIVER LICENSE']],
  [0.2, [0.4, '4d NUMBER'], [0.7, '3 DOB']],
  [0.22, [0.41, 'SB123456'], [0.71, '04/05/1990']],
  [0.26, [0.4, '4a ISS'], [0.7, '4b EXP']],
  [0.28, [0.41, '04/06/2023'], [0.71, '04/05/2027']],
  [0.32, [0.4, '9 CLASS'], [0.55, '12 REST'], [0.7, '15 SEX']],
  [0.34, [0.41, 'D'], [0.56, 'NONE'], [0.71, 'F']],
  [0.4, [0.4, '1 SAMPLE']],
  [0.42, [0.4, '2 AVERY']],
  [0.44, [0.4, '8 34 WEFT LANE']],
  [0.46, [0.414, 'SAMPLETON, OH, 44100']],
];
