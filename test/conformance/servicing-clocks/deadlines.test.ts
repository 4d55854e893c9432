import { describe, expect, it } from 'vitest';
import { Tally } from '../tally.ts';
import { deadlineReaders } from './deadline-readers.ts';
import { readVectors, vectorsAbsentMessage, vectorsPresent } from '../vector-file.ts';

if (!vectorsPresent) console.log(vectorsAbsentMessage);

interface Deadline {
  topic: string;
  rule: string;
}

describe.skipIf(!vectorsPresent)('the servicing deadlines', () => {
  it('are ours', () => {
    const file = 'servicing/deadlines.json';
    const tally = new Tally(file);
    for (const { topic, rule } of readVectors<{ rules: Deadline[] }>(file).rules) {
      const read = deadlineReaders[topic];
      if (!read) tally.skip(`${topic}: no reader is written`);
      else if (typeof read === 'string') tally.skip(`${topic}: ${read}`);
      else for (const [what, ours, published] of read(rule)) tally.check(`${topic} ${what}`, ours, published);
    }
    expect(tally.report().disagreed).toEqual([]);
  });
});
