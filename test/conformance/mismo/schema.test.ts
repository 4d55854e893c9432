import { describe, expect, it } from 'vitest';
import { Tally } from '../tally.ts';
import { compareSiblings } from '../../../lambdas/rules/mismo/binding/child-order.ts';
import { knownChildren } from '../../../lambdas/rules/mismo/graph/known-children.ts';
import { lists, sequences } from './schema-file.ts';
import { mismoAbsentMessage, mismoPresent } from './mismo-files.ts';
import { vocabularies } from '../../../lambdas/rules/mismo/application/vocabularies.ts';

if (!mismoPresent) console.log(mismoAbsentMessage);

describe.skipIf(!mismoPresent)('MISMO 3.4 B324', () => {
  const types = mismoPresent ? sequences() : new Map<string, string[]>();

  it('puts the elements of each type in our sequence', () => {
    const tally = new Tally('mismo/xsd-b324 (sequence of elements)');
    for (const [type, names] of types) {
      const ours = names.toSorted((a, b) => compareSiblings(type, a, b));
      tally.check(type, ours, names);
    }
    expect(tally.report().disagreed).toEqual([]);
  });

  it('has our lists of codes', () => {
    const published = lists();
    const tally = new Tally('mismo/xsd-b324 (lists of codes)');
    for (const [name, codes] of vocabularies) {
      const base = [`${name}Base`, `${name.slice(0, -4)}Base`].find((each) => published.has(each));
      if (base === undefined) tally.skip('the schema has no list of this name');
      else tally.check(name, codes.toSorted(), published.get(base)?.toSorted());
    }
    expect(tally.report().disagreed).toEqual([]);
  });

  it('has our children of the containers that carry a file’s structure', () => {
    const tally = new Tally('mismo/xsd-b324 (children of containers)');
    for (const [name, children] of knownChildren) {
      const published = types.get(name)?.filter((each) => each !== 'EXTENSION');
      if (!published) tally.skip('the schema has no type of this name');
      else tally.check(name, [...children].filter((each) => each !== '').toSorted(), published.toSorted());
    }
    expect(tally.report().disagreed).toEqual([]);
  });
});
