import { describe, expect, it } from 'vitest';
import { closingReaders, disclosureReaders } from './commentary-disclosures.ts';
import { closingFormReaders } from './commentary-closing.ts';
import { formReaders } from './commentary-forms.ts';
import { settlementReaders } from './commentary-settlement.ts';
import { holdComments } from '../commentary-file.ts';
import { timingReaders } from './commentary-timing.ts';
import { vectorsAbsentMessage, vectorsPresent } from '../vector-file.ts';

if (!vectorsPresent) console.log(vectorsAbsentMessage);

describe.skipIf(!vectorsPresent)('the official comments', () => {
  it('on timing and tolerances have our dates and cures', () => {
    expect(
      holdComments('commentary/reg_z_2_19_trid_timing.json', { ...timingReaders, ...settlementReaders }),
    ).toEqual([]);
  });

  it('on the Loan Estimate have our texts and tables', () => {
    expect(
      holdComments('commentary/reg_z_37_loan_estimate.json', { ...disclosureReaders, ...formReaders }),
    ).toEqual([]);
  });

  it('on the Closing Disclosure have our figures', () => {
    expect(
      holdComments('commentary/reg_z_38_closing_disclosure.json', {
        ...closingReaders,
        ...closingFormReaders,
      }),
    ).toEqual([]);
  });
});
