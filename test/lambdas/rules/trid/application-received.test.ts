import { describe, expect, it } from 'vitest';
import { applicationReceived } from '../../../../lambdas/rules/trid/application-received.ts';
import { calendarDate } from '../../../../lambdas/shared/calendar.ts';

const [first, later] = [calendarDate('2026-06-01'), calendarDate('2026-06-03')];
const five = {
  name: first,
  income: first,
  propertyAddress: first,
  estimatedValue: first,
  loanAmount: first,
};

describe('an application', () => {
  it('is received on the day of the last of its six pieces', () => {
    const received = applicationReceived({ ...five, socialSecurityNumber: later });
    expect(received).toMatchObject({ kind: 'received', on: later, citation: '1026.2(a)(3)(ii)' });
  });

  it('is none while a piece is missing, and says which', () => {
    expect(applicationReceived(five)).toMatchObject({ kind: 'not-yet', missing: ['socialSecurityNumber'] });
  });
});
