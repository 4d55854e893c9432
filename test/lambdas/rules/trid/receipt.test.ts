import { describe, expect, it } from 'vitest';
import { DeliverySchema, receiptOf } from '../../../../lambdas/rules/trid/receipt.ts';

const received = (delivery: unknown) => receiptOf(DeliverySchema.parse(delivery), 'loan-estimate');

describe('receipt of a disclosure', () => {
  it.each([
    ['in person is the same day', { sentOn: '2026-06-01', method: 'in-person' }, '2026-06-01'],
    ['by mail is three business days later', { sentOn: '2026-06-01', method: 'mail' }, '2026-06-04'],
    ['counts Saturday and not Sunday', { sentOn: '2026-06-05', method: 'mail' }, '2026-06-09'],
    [
      'counts the Friday that observes a Saturday holiday',
      { sentOn: '2026-07-01', method: 'mail' },
      '2026-07-06',
    ],
    [
      'is earlier when that is shown',
      { sentOn: '2026-06-01', method: 'courier', evidencedReceiptOn: '2026-06-02' },
      '2026-06-02',
    ],
    [
      'is not later than presumed, whatever is shown',
      { sentOn: '2026-06-01', method: 'mail', evidencedReceiptOn: '2026-06-09' },
      '2026-06-04',
    ],
    [
      'by email with consent follows the mailbox rule',
      { sentOn: '2026-06-01', method: 'electronic', hasESignConsent: true },
      '2026-06-04',
    ],
  ])('%s', (_title, delivery, on) => {
    expect(received(delivery)).toMatchObject({ kind: 'received', on, citation: '1026.19(e)(1)(iv)' });
  });

  it('by email without consent is none', () => {
    expect(received({ sentOn: '2026-06-01', method: 'electronic' })).toMatchObject({ kind: 'not-delivered' });
  });

  it('cannot be before sending', () => {
    const early = { sentOn: '2026-06-02', method: 'mail', evidencedReceiptOn: '2026-06-01' };
    expect(DeliverySchema.safeParse(early).success).toBe(false);
  });
});
