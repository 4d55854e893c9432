import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageToDenialCases } from './validity-v651-v671.ts';
import { applicationAndPropertyCases } from './validity-v600-v627.ts';
import { costsTermsAndPropertyCases } from './validity-v672-v695.ts';
import { filingEdits } from '../../../../../lambdas/rules/hmda/filing-edits.ts';
import { filingYears } from '../../../../../lambdas/rules/hmda/filing-context.ts';
import { inForce } from '../../../../../lambdas/rules/hmda/edit.ts';
import { larFields } from '../../../../../lambdas/rules/hmda/lar-fields.ts';
import { personCases } from './validity-v628-v650.ts';
import { rowWith } from './validity-row.ts';
import { tsRow } from '../../../../../lambdas/rules/hmda/ts-row.ts';
import { underwritingAndExemptionCases } from './validity-v696-v721.ts';
import { validityEdits } from '../../../../../lambdas/rules/hmda/edits/validity.ts';
import type { Change } from './validity-row.ts';
import type { FilingContext, FilingYear } from '../../../../../lambdas/rules/hmda/filing-context.ts';
import type { LarEdit } from '../../../../../lambdas/rules/hmda/edit.ts';
import type { LarFieldName } from '../../../../../lambdas/rules/hmda/lar-fields.ts';
import type { LarRow } from '../../../../../lambdas/rules/hmda/lar-row.ts';

const cases = {
  ...applicationAndPropertyCases,
  ...personCases,
  ...ageToDenialCases,
  ...costsTermsAndPropertyCases,
  ...underwritingAndExemptionCases,
};

const filing: FilingContext = {
  year: 2025,
  quarter: 4,
  sheet: tsRow(['1', 'Sample Mills Bank', '2025', '4']),
  reference: { counties: new Set(['39049', '18049']), tracts: new Set(['39049000110']) },
};

/** An id that has a rule for each span of years: the later rule's case is by number and first year. */
const caseOf = ({ id, from }: LarEdit) => cases[`${id} from ${from}`] ?? cases[id];

/** The fields that an edit looks at in a row. */
function fieldsRead(edit: LarEdit, row: LarRow): Set<string> {
  const read = new Set<string>();
  const watched = new Proxy(row, {
    get: (target, name) => {
      if (typeof name === 'string') read.add(name);
      return Reflect.get(target, name);
    },
  });
  edit.fails(watched, filing);
  return read;
}

const idsIn = (year: FilingYear) => inForce(validityEdits, { year, quarter: 4 }).map(({ id }) => id);

describe('validity edits', () => {
  it.each(validityEdits.map((edit) => [edit.id, edit.text, edit] as const))('%s: %s', (_id, _text, edit) => {
    const { trips = [], passes = [] } = caseOf(edit) ?? {};
    expect(trips.length * passes.length).toBeGreaterThan(0);
    expect(edit.fails(rowWith({}), filing)).toBe(false);
    expect(trips.filter((change) => !edit.fails(rowWith(change), filing))).toEqual([]);
    expect(passes.filter((change) => edit.fails(rowWith(change), filing))).toEqual([]);
  });

  it('an edit names each field that it looks at, and no other', () => {
    for (const edit of validityEdits) {
      const { trips = [], passes = [] } = caseOf(edit) ?? {};
      const rows: Change[] = [{}, ...trips, ...passes];
      const read = new Set(rows.flatMap((change) => [...fieldsRead(edit, rowWith(change))]));
      expect([edit.id, [...read].sort()]).toEqual([edit.id, [...new Set<string>(edit.fields)].sort()]);
    }
  });

  it('each year has its rule of the originator’s identifier, and the rest in common', () => {
    expect(idsIn(2024)).toEqual(idsIn(2025).filter((id) => id !== 'V695-3'));
    expect(idsIn(2026)).toEqual(idsIn(2025));
    expect(idsIn(2026)).toHaveLength(223);
  });

  it('no number is in force twice in a year', () => {
    for (const year of filingYears) expect(new Set(idsIn(year)).size).toBe(idsIn(year).length);
  });

  it('a census tract cannot be looked up without the list of tracts, and is reported as not run', () => {
    const { row, notRun } = filingEdits({ year: 2025, quarter: 4, reference: {} });
    expect(row.map(({ id }) => id)).not.toContain('V625-2');
    expect(notRun).toContainEqual(
      expect.objectContaining({ edit: expect.objectContaining({ id: 'V625-2' }), lacks: ['tracts'] }),
    );
  });

  it.each(['V626', 'V627', 'V716'])(
    '%s asks for a county that exists only where the list is at hand',
    (id) => {
      const edit = validityEdits.find((each) => each.id === id);
      const row = rowWith({ county: '39998', censusTract: '39998000110' });
      expect(edit?.fails(row, { ...filing, reference: {} })).toBe(false);
      expect(edit?.fails(row, filing)).toBe(true);
      expect(edit?.fails(rowWith({ county: '3904' }), { ...filing, reference: {} })).toBe(true);
    },
  );

  it('a field that an edit does not name changes nothing in what it says', () => {
    const text = fc.oneof(
      fc.constantFrom('', 'NA', 'Exempt', '1111', '8888', '9999', '.', '-', '5.', '1e9'),
      fc.nat({ max: 110 }).map(String),
      fc.string({ maxLength: 12 }),
    );
    const names: LarFieldName[] = larFields.map(({ name }) => name);
    fc.assert(
      fc.property(
        fc.constantFrom(...validityEdits),
        fc.array(text, { minLength: 110, maxLength: 110 }),
        (edit, texts) => {
          const changes: Change = Object.fromEntries(names.map((name, index) => [name, texts[index] ?? '']));
          const named: Change = Object.fromEntries(edit.fields.map((name) => [name, changes[name] ?? '']));
          expect(edit.fails(rowWith(changes), filing)).toBe(edit.fails(rowWith(named), filing));
        },
      ),
      { numRuns: 300 },
    );
  });
});
