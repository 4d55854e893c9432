import type { LarEdit } from '../../edit.ts';
import { isExemptCode } from '../../reported-words.ts';
import { isElectedInPart } from './families/exemption-elections.ts';

export const v715: LarEdit = {
  id: 'V715',
  kind: 'validity',
  text: 'If the Non-Amortizing Features exemption election is taken, Balloon Payment, Interest-Only Payments, Negative Amortization and Other Non-amortizing Features must be reported 1111.',
  fields: ['balloonPayment', 'interestOnlyPayments', 'negativeAmortization', 'otherNonAmortizingFeatures'],
  fails: ({ balloonPayment, interestOnlyPayments, negativeAmortization, otherNonAmortizingFeatures }) =>
    isElectedInPart(isExemptCode, [
      balloonPayment,
      interestOnlyPayments,
      negativeAmortization,
      otherNonAmortizingFeatures,
    ]),
};
