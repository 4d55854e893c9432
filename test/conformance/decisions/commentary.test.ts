import { describe, expect, it } from 'vitest';
import { adverseActionReaders } from './commentary-adverse-action.ts';
import { holdComments } from '../commentary-file.ts';
import { vectorsAbsentMessage, vectorsPresent } from '../vector-file.ts';

if (!vectorsPresent) console.log(vectorsAbsentMessage);

describe.skipIf(!vectorsPresent)('the comments to Regulation B', () => {
  it('agree where they say what is so in a case', () => {
    expect(holdComments('commentary/reg_b_adverse_action.json', adverseActionReaders)).toEqual([]);
  });
});
