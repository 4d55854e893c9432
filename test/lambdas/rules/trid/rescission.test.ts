import { describe, expect, it } from 'vitest';
import { RescissionFactsSchema, rescission } from '../../../../lambdas/rules/trid/rescission.ts';

const facts = {
  consummationOn: '2026-07-01',
  noticeDeliveredOn: '2026-07-01',
  materialDisclosuresDeliveredOn: '2026-07-01',
  securesPrincipalDwelling: true,
  financesAcquisition: false,
};
const found = (change: object) => rescission(RescissionFactsSchema.parse({ ...facts, ...change }));

describe('the right of rescission', () => {
  it('ends at midnight of the third business day; the observed holiday counts, the holiday does not', () => {
    expect(found({})).toMatchObject({ lastDay: { on: '2026-07-06' }, disburseFrom: { on: '2026-07-07' } });
  });

  it('counts Saturday', () => {
    const friday = '2026-06-05';
    const all = { consummationOn: friday, noticeDeliveredOn: friday, materialDisclosuresDeliveredOn: friday };
    expect(found(all)).toMatchObject({ lastDay: { on: '2026-06-09' } });
  });

  it.each(['consummationOn', 'noticeDeliveredOn', 'materialDisclosuresDeliveredOn'])(
    'runs from %s when that comes last',
    (last) => {
      expect(found({ [last]: '2026-07-07' })).toMatchObject({ lastDay: { on: '2026-07-10' } });
    },
  );

  it('runs three years without notice, or until the property is sold', () => {
    expect(found({ noticeDeliveredOn: undefined })).toMatchObject({ lastDay: { on: '2029-07-01' } });
    const sold = { noticeDeliveredOn: undefined, interestTransferredOn: '2027-01-05' };
    expect(found(sold)).toMatchObject({ lastDay: { on: '2027-01-05' } });
  });

  it('gives the creditor twenty days after a rescission in time, and nothing after a late one', () => {
    const inTime = { rescindedOn: '2026-07-06', rescissionReceivedOn: '2026-07-08' };
    expect(found(inTime)).toMatchObject({ returnBy: { on: '2026-07-28' } });
    expect(found({ ...inTime, rescindedOn: '2026-07-07' })).not.toHaveProperty('returnBy');
  });

  it.each([
    [{ securesPrincipalDwelling: false }, '1026.23(a)(1)'],
    [{ financesAcquisition: true }, '1026.23(f)(1)'],
    [{ isSameCreditorWithoutNewAdvance: true }, '1026.23(f)(2)'],
    [{ creditorIsStateAgency: true }, '1026.23(f)(3)'],
  ])('does not exist with %j', (change, citation) => {
    expect(found(change)).toMatchObject({ kind: 'exempt', citation });
  });
});
