import { describe, expect, it } from 'vitest';
import { holdComments } from '../commentary-file.ts';
import { regXReaders, regZReaders } from './comment-readers.ts';
import { vectorsAbsentMessage, vectorsPresent } from '../vector-file.ts';

if (!vectorsPresent) console.log(vectorsAbsentMessage);

describe.skipIf(!vectorsPresent)('the official comments on servicing', () => {
  it('to Reg X have our days', () => {
    expect(holdComments('commentary/reg_x_30_41_servicing.json', regXReaders)).toEqual([]);
  });

  it('to Reg Z have our days', () => {
    expect(holdComments('commentary/reg_z_20_36_41_servicing.json', regZReaders)).toEqual([]);
  });
});
