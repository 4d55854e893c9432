import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskBody } from '../../../../lambdas/operations/domain/mask-message.ts';

describe('masking a message', () => {
  it.each([
    ['not JSON at all', 'Avery Sample'],
    ['another shape', '[1,2,3]'],
    ['an id of the wrong shape', '{"detail":{"data":{"loanId":"loan_Avery"}}}'],
    ['a type that is no type', '{"detail-type":"Avery Sample <b>"}'],
  ])('shows nothing of %s', (_what, body) => {
    expect(maskBody(body)).toEqual({ ids: {} });
  });

  it('never shows a value that is not an id of ours, whatever the body holds', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())),
        fc.string(),
        (data, type) => {
          const { ids, detailType } = maskBody(JSON.stringify({ 'detail-type': type, detail: { data } }));
          expect(Object.values(ids).every((id) => /^[a-z]+_[0-9A-Z]{26}$/.test(id))).toBe(true);
          expect(detailType === undefined || /^[A-Za-z]+\.v\d+$/.test(detailType)).toBe(true);
        },
      ),
    );
  });
});
