import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filingYears } from '../../../../../lambdas/rules/hmda/filing-context.ts';
import { firstCases } from './quality-q601-q624.ts';
import { inForce } from '../../../../../lambdas/rules/hmda/edit.ts';
import { larFields } from '../../../../../lambdas/rules/hmda/lar-fields.ts';
import { macroEdits } from '../../../../../lambdas/rules/hmda/edits/macro.ts';
import { otherCases } from './quality-q625-q660.ts';
import { qualityEdits } from '../../../../../lambdas/rules/hmda/edits/quality.ts';
import { rowWith } from './quality-row.ts';
import { tsRow } from '../../../../../lambdas/rules/hmda/ts-row.ts';
import type { FilingContext } from '../../../../../lambdas/rules/hmda/filing-context.ts';
import type { LarEdit } from '../../../../../lambdas/rules/hmda/edit.ts';

const cases = { ...firstCases, ...otherCases };

const AGENCY_OF_NON_DEPOSITORIES = '7';
const sheet = tsRow(['1', 'Sample Mills Bank', '2025', '4']);
const filing: FilingContext = {
  year: 2025,
  quarter: 4,
  sheet: { ...sheet, federalAgency: AGENCY_OF_NON_DEPOSITORIES },
  reference: {
    counties: new Set(['39049', '39105', '18049']),
    smallCounties: new Set(['39105']),
  },
};

/** Q621 has a rule for each span of years: the rule with a first year has a case of its own. */
const caseOf = ({ id, from }: LarEdit) => cases[`${id} from ${from}`] ?? cases[id];

describe('quality edits', () => {
  it.each(qualityEdits.map((edit) => [edit.id, edit.text, edit] as const))('%s: %s', (_id, _text, edit) => {
    const { trips = [], passes = [] } = caseOf(edit) ?? {};
    expect(trips.length * passes.length).toBeGreaterThan(0);
    expect(edit.fails(rowWith({}), filing)).toBe(false);
    expect(trips.filter((change) => !edit.fails(rowWith(change), filing))).toEqual([]);
    expect(passes.filter((change) => edit.fails(rowWith(change), filing))).toEqual([]);
  });

  it('an exemption is no matter of the agency where a depository files', () => {
    const q647 = qualityEdits.find(({ id }) => id === 'Q647');
    const bank = { ...filing, sheet: { ...filing.sheet, federalAgency: '9' } };
    expect(q647?.fails(rowWith({ reverseMortgage: '1111' }), bank)).toBe(false);
  });

  it('the guide of each year has its own edits', () => {
    const idsIn = (year: FilingContext['year']) =>
      new Set(inForce(qualityEdits, { year, quarter: 4 }).map(({ id }) => id));
    const [of2024, of2025, of2026] = filingYears.map(idsIn);
    expect([...(of2024 ?? [])].filter((id) => !of2025?.has(id))).toEqual(['Q651']);
    expect([...(of2025 ?? [])].filter((id) => !of2024?.has(id))).toEqual([
      'Q616-3',
      'Q646',
      'Q651-1',
      'Q651-2',
    ]);
    expect([...(of2025 ?? [])].filter((id) => !of2026?.has(id))).toEqual(['Q621']);
    expect(of2026?.size).toBe(66);
  });

  it('the use of an exemption is a matter of the whole file in 2024', () => {
    const q646 = macroEdits.find(({ id }) => id === 'Q646');
    expect(q646).toMatchObject({ through: 2024 });
    expect(q646?.isPart(rowWith({ loanTerm: 'Exempt' }), filing)).toBe(true);
    expect([0, 1].map((rows) => q646?.fails(rows, 100, filing))).toEqual([false, true]);
  });

  it('no number is in force twice in a year', () => {
    for (const year of filingYears) {
      const ids = inForce(qualityEdits, { year, quarter: 4 }).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('an edit answers for any text that a file may hold, and the same each time', () => {
    const name = fc.constantFrom(...larFields.map((field) => field.name));
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('', 'NA', 'Exempt', '1111', '8888', '.', '-', '-.5', '5.', '1e9'),
      fc.double().map(String),
    );
    fc.assert(
      fc.property(fc.dictionary(name, text, { maxKeys: 8 }), (change) => {
        const row = rowWith(change);
        for (const edit of qualityEdits) {
          const first = edit.fails(row, filing);
          expect(typeof first).toBe('boolean');
          expect(edit.fails(row, filing)).toBe(first);
        }
      }),
      { numRuns: 60 },
    );
  });
});
