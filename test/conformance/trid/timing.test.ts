import { describe, expect, it } from 'vitest';
import { Tally } from '../tally.ts';
import { timingAnswers } from './timing-answers.ts';
import { readVectors, vectorsAbsentMessage, vectorsPresent } from '../vector-file.ts';

if (!vectorsPresent) console.log(vectorsAbsentMessage);

interface Example {
  id: string;
  concrete?: Record<string, string>;
  expect: Record<string, unknown>;
}

describe.skipIf(!vectorsPresent)('published TRID timing examples', () => {
  it('have our dates', () => {
    const file = 'trid/timing_examples.json';
    const tally = new Tally(file);
    for (const { id, concrete } of readVectors<{ examples: Example[] }>(file).examples) {
      const answer = timingAnswers[id];
      if (!answer) tally.skip(`${id}: its facts are prose and no reader for them is written`);
      else
        for (const [what, ours, published] of answer.rows(concrete ?? {}))
          tally.check(`${id} ${what}`, ours, published);
    }
    expect(tally.report().disagreed).toEqual([]);
  });
});
