import { describe, expect, it } from 'vitest';
import { generalReaders } from './commentary-general.ts';
import { holdComments } from '../commentary-file.ts';
import { vectorsAbsentMessage, vectorsPresent } from '../vector-file.ts';

if (!vectorsPresent) console.log(vectorsAbsentMessage);

describe.skipIf(!vectorsPresent)('the official comments on closed-end disclosures', () => {
  it('have our composite rates, totals and penalties', () => {
    expect(holdComments('commentary/reg_z_17_22.json', generalReaders)).toEqual([]);
  });
});
