import { describe, expect, it } from 'vitest';
import { macroEdits } from '../../../lambdas/rules/hmda/edits/macro.ts';
import { qualityEdits } from '../../../lambdas/rules/hmda/edits/quality.ts';
import { validityEdits } from '../../../lambdas/rules/hmda/edits/validity.ts';
import { Tally } from '../tally.ts';
import { rowWith } from '../../lambdas/rules/hmda/edits/quality-row.ts';
import { tsRow } from '../../../lambdas/rules/hmda/ts-row.ts';
import { readVectors, vectorsAbsentMessage, vectorsPresent } from '../vector-file.ts';
import type { Change } from '../../lambdas/rules/hmda/edits/quality-row.ts';
import type { FilingContext } from '../../../lambdas/rules/hmda/filing-context.ts';

if (!vectorsPresent) console.log(vectorsAbsentMessage);

const filing: FilingContext = { year: 2026, quarter: 4, sheet: tsRow([]), reference: {} };

/** Rows on this side of a limit and on that: the first pass, the others trip. */
type Sides = (limit: number) => readonly [passing: Change, tripping: Change];

const amount =
  (rest: Change, over = 1): Sides =>
  (limit) => [
    { ...rest, loanAmount: `${limit}` },
    { ...rest, loanAmount: `${limit + over}` },
  ];
/** The limit passes and the next number of units trips, or, with a negative step, the one before. */
const units =
  (rest: Change, step = 1): Sides =>
  (limit) => [
    { ...rest, totalUnits: `${limit}` },
    { ...rest, totalUnits: `${limit + step}` },
  ];
/** The limit trips, and one unit more, or less, passes. */
const unitsBeyond =
  (rest: Change, step: number): Sides =>
  (limit) => [
    { ...rest, totalUnits: `${limit + step}` },
    { ...rest, totalUnits: `${limit}` },
  ];

const large = { loanAmount: '99000000' };

/** By parameter; the rows are ours, the limit is the file's. */
const rowProbes: Readonly<Record<string, Sides>> = {
  'Q607.amount': amount({ lienStatus: '2' }),
  'Q609.rateSpread': (limit) => [
    { typeOfPurchaser: '1', rateSpread: `${limit}` },
    { typeOfPurchaser: '1', rateSpread: `${limit}.001` },
  ],
  'Q623.income': (limit) => [
    { ...large, income: `${limit + 1}` },
    { ...large, income: `${limit}` },
  ],
  'Q623.amount': (limit) => [
    { income: '9', loanAmount: `${limit - 1}` },
    { income: '9', loanAmount: `${limit}` },
  ],
  'Q624.amount': amount({ loanType: '2' }),
  'Q625.amount': amount({ loanType: '3' }),
  'Q625.units': unitsBeyond({ ...large, loanType: '3' }, 1),
  'Q626.amount': amount({ typeOfPurchaser: '1' }),
  'Q626.units': unitsBeyond({ ...large, typeOfPurchaser: '1' }, 1),
  'Q627.minAmount': amount({ totalUnits: '5' }, -1),
  'Q627.maxAmount': amount({ totalUnits: '5' }),
  'Q627.units': unitsBeyond(large, -1),
  'Q628.amount': (limit) => [{ loanAmount: `${limit + 1}` }, { loanAmount: `${limit}` }],
  'Q630.units': unitsBeyond({}, -1),
  'Q631.units': units({ loanType: '2' }),
  'V692.units': units({ multifamilyAffordableUnits: '1' }, -1),
};

const rowEdits = [...qualityEdits, ...validityEdits];

/** Whether any rule of the number, or of its parts, trips on the row. */
const trips = (id: string, change: Change): boolean =>
  rowEdits.some((edit) => edit.id.split('-')[0] === id && edit.fails(rowWith(change), filing));

type Counts = readonly [allowed: number, over: number, whole: number];
const overShare = (share: number): Counts => [share * 1000, share * 1000 + 1, 1000];

/** A count that is still allowed, and the next that is not, out of a thousand. */
const shareProbes: Readonly<Record<string, (limit: number) => Counts>> = {
  'Q634.ratio': overShare,
  'Q635.ratio': overShare,
  'Q636.ratio': overShare,
  'Q637.ratio': overShare,
  'Q640.ratio': overShare,
  'Q638.ratio': (share) => [share * 1000, share * 1000 - 1, 1000],
  'Q634.threshold': (loans) => [loans, loans + 1, loans + 1],
  'Q639.expected': (loans) => [loans, loans - 1, 5000],
};

describe.skipIf(!vectorsPresent)('the limits of the platform that receives filings', () => {
  it('are those of our edits', () => {
    const file = 'hmda/edit_parameters.json';
    const tally = new Tally(file);
    for (const [name, value] of Object.entries(
      readVectors<{ params: Record<string, string> }>(file).params,
    )) {
      const id = name.split('.')[0] ?? '';
      const [rows, share] = [rowProbes[name]?.(+value), shareProbes[name]?.(+value)];
      const count = macroEdits.find((edit) => edit.id === id);
      if (rows)
        tally.check(
          name,
          rows.map((change) => trips(id, change)),
          [false, true],
        );
      else if (share && count) {
        const [allowed, over, whole] = share;
        tally.check(
          name,
          [allowed, over].map((part) => count.fails(part, whole, filing)),
          [false, true],
        );
      } else if (name === 'Q639.threshold' && count)
        tally.check(
          name,
          [+value, +value + 1].map((whole) => count.fails(0, whole, filing)),
          [false, true],
        );
      else if (name === 'Q640.income' && count)
        tally.check(
          name,
          [+value, +value - 1].map((income) => count.isPart(rowWith({ income: `${income}` }), filing)),
          [false, true],
        );
      else tally.skip(`${name}: the first year of a rule, and no year before 2024 is read here`);
    }
    expect(tally.report().disagreed).toEqual([]);
  });
});
