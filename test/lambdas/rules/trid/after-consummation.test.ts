import { describe, expect, it } from 'vitest';
import {
  LateEventSchema,
  dutiesAfterConsummation,
} from '../../../../lambdas/rules/trid/after-consummation.ts';
import { calendarDate as day } from '../../../../lambdas/shared/calendar.ts';

const event = {
  kind: 'settlement-event',
  occurredOn: '2026-06-16',
  learnedOn: '2026-06-20',
  changesConsumerAmount: true,
};
const duties = (change: object) =>
  dutiesAfterConsummation(LateEventSchema.parse({ ...event, ...change }), day('2026-06-15'));

describe('after consummation', () => {
  it('a change of what the consumer paid is corrected within thirty days of learning of it', () => {
    expect(duties({}).consumerDisclosureBy?.on).toBe('2026-07-20');
  });

  it('the thirtieth day after closing is in time for an event, the next is not', () => {
    expect(duties({ occurredOn: '2026-07-15' }).consumerDisclosureBy).toBeDefined();
    expect(duties({ occurredOn: '2026-07-16' })).toEqual({});
  });

  it('a change of the seller alone is told to the seller', () => {
    const found = duties({ changesConsumerAmount: false, changesSellerAmount: true });
    expect(found).toMatchObject({ sellerDisclosureBy: { on: '2026-07-20', citation: '1026.19(f)(4)(ii)' } });
    expect(found.consumerDisclosureBy).toBeUndefined();
  });

  it('an error in words has sixty days, an error in figures is no clerical one', () => {
    const clerical = (isNumeric: boolean) =>
      dutiesAfterConsummation({ kind: 'clerical-error', isNumeric }, day('2026-06-15'));
    expect(clerical(false).consumerDisclosureBy?.on).toBe('2026-08-14');
    expect(clerical(true)).toEqual({});
  });

  it('a refund has sixty days and comes with a corrected disclosure', () => {
    const found = dutiesAfterConsummation({ kind: 'tolerance-refund' }, day('2026-06-15'));
    expect(found).toMatchObject({
      refundBy: { on: '2026-08-14' },
      consumerDisclosureBy: { on: '2026-08-14' },
    });
  });
});
