import { describe, expect, it } from 'vitest';
import { closingReaders, disclosureReaders } from './commentary-disclosures.ts';
import { holdComments } from '../commentary-file.ts';
import { timingReaders } from './commentary-timing.ts';
import { vectorsAbsentMessage, vectorsPresent } from '../vector-file.ts';

if (!vectorsPresent) console.log(vectorsAbsentMessage);

describe.skipIf(!vectorsPresent)('the official comments', () => {
  it('on timing and tolerances have our dates and cures', () => {
    expect(holdComments('commentary/reg_z_2_19_trid_timing.json', timingReaders)).toEqual([]);
  });

  it('on the Loan Estimate have our texts and tables', () => {
    expect(holdComments('commentary/reg_z_37_loan_estimate.json', disclosureReaders)).toEqual([]);
  });

  it('on the Closing Disclosure have our figures', () => {
    expect(holdComments('commentary/reg_z_38_closing_disclosure.json', closingReaders)).toEqual([]);
  });
});
