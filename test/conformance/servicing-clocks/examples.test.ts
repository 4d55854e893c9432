import { describe, expect, it } from 'vitest';
import { Tally } from '../tally.ts';
import { exampleReaders } from './example-readers.ts';
import { unnamedDay } from './month-day.ts';
import { readVectors, vectorsAbsentMessage, vectorsPresent } from '../vector-file.ts';
import type { Example } from './example-readers.ts';

if (!vectorsPresent) console.log(vectorsAbsentMessage);

/** What an example leaves out is not held against us. */
const isStated = (published: unknown) => published !== undefined && published !== unnamedDay;

describe.skipIf(!vectorsPresent)('dated servicing examples', () => {
  it('have our days', () => {
    const file = 'servicing/date_and_amount_examples.json';
    const tally = new Tally(file);
    for (const example of readVectors<{ examples: Example[] }>(file).examples) {
      const [, read] = exampleReaders.find(([pattern]) => pattern.test(example.id)) ?? [];
      const found = read?.(example) ?? [];
      const rows = typeof found === 'string' ? found : found.filter(([, , published]) => isStated(published));
      if (typeof rows === 'string') tally.skip(`${example.id}: ${rows}`);
      else if (rows.length === 0)
        tally.skip(`${example.id}: its facts are prose and no reader for them is written`);
      else for (const [what, ours, published] of rows) tally.check(`${example.id} ${what}`, ours, published);
    }
    expect(tally.report().disagreed).toEqual([]);
  });
});
