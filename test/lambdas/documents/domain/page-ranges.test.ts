import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PAGES_IN_RANGE, pageRanges } from '../../../../lambdas/documents/domain/page-ranges.ts';

it('puts every page into one range, in order, none too long and none empty', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 300 })), (pages) => {
      const ranges = pageRanges(pages);
      expect(ranges.flat()).toEqual(pages);
      expect(ranges.every(({ length }) => length > 0 && length <= PAGES_IN_RANGE)).toBe(true);
    }),
  );
});
