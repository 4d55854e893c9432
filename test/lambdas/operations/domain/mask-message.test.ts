import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { givenUp } from '../../../support/given-up.ts';
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

  it('shows the ids of what a schedule sent, which has no envelope', () => {
    const needId = 'need_01JD0000000000000000000004';
    expect(maskBody(JSON.stringify({ version: 1, needId, note: 'Avery Sample' }))).toEqual({
      ids: { needId },
    });
  });

  it('shows where in its stream a batch was given up, and nothing else of it', () => {
    expect(maskBody(JSON.stringify(givenUp('2026-11-21T15:00:00Z')))).toEqual({
      ids: {},
      position: {
        shardId: 'shardId-00000001',
        startSequenceNumber: '100',
        endSequenceNumber: '102',
        records: 3,
        from: '2026-11-21T15:00:00Z',
        to: '2026-11-21T15:00:00Z',
      },
    });
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
