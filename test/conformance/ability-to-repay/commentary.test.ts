import { describe, expect, it } from 'vitest';
import { costReaders } from './commentary-costs.ts';
import { holdComments } from '../commentary-file.ts';
import { repaymentReaders } from './commentary-repayment.ts';
import { vectorsAbsentMessage, vectorsPresent } from '../vector-file.ts';

if (!vectorsPresent) console.log(vectorsAbsentMessage);

describe.skipIf(!vectorsPresent)('the official comments', () => {
  it('on ability to repay have our payments', () => {
    expect(holdComments('commentary/reg_z_43_atr_qm.json', repaymentReaders)).toEqual([]);
  });

  it('on high-cost and higher-priced mortgages have our amounts', () => {
    expect(holdComments('commentary/reg_z_32_34_35_hoepa_hpml.json', costReaders)).toEqual([]);
  });
});
