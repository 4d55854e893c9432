import type { Waterfall } from './waterfall.ts';

/**
 * Fannie Mae/Freddie Mac uniform security instruments of 07/2021, section 2: payments in the order in which each became
 * due, each to interest, then principal, then escrow items; when all are paid, late charges and then other amounts due;
 * what remains reduces principal. Money short of a periodic payment is held unapplied (section 2(a)).
 */
export const uniformInstrument: Waterfall = {
  citation: 'Fannie Mae/Freddie Mac Uniform Security Instrument (07/2021) section 2',
  stages: [
    {
      timings: ['past-due', 'due'],
      buckets: ['interest', 'principal', 'escrow'],
      by: 'instalment',
      whole: true,
    },
    { timings: ['past-due', 'due'], buckets: ['late-charge', 'fee'], by: 'bucket', whole: false },
  ],
  surplus: 'principal',
  chargeTiming: 'own-date',
};

/** As the uniform instrument, but what is beyond the payments due pays coming ones ahead, whole ones only. */
export const paidAhead: Waterfall = {
  ...uniformInstrument,
  stages: [
    ...uniformInstrument.stages,
    {
      timings: ['in-advance'],
      buckets: ['interest', 'principal', 'escrow'],
      by: 'instalment',
      whole: true,
    },
  ],
  surplus: 'suspense',
};

/** Daily simple interest notes: every dollar goes at once to interest accrued, then to principal and escrow. */
export const partialPaymentsApplied: Waterfall = {
  citation: 'a note that applies partial payments on receipt; 12 CFR 1026.36(c)(1)(i)',
  stages: [
    {
      timings: ['past-due', 'due'],
      buckets: ['interest', 'principal', 'escrow'],
      by: 'instalment',
      whole: false,
    },
    { timings: ['past-due', 'due'], buckets: ['late-charge', 'fee'], by: 'bucket', whole: false },
  ],
  surplus: 'principal',
  chargeTiming: 'own-date',
};

/** Older notes that take late charges first. The ban on pyramiding then matters (12 CFR 1026.36(c)(2)). */
export const lateChargesFirst: Waterfall = {
  ...uniformInstrument,
  citation: 'a note that takes late charges before periodic payments',
  stages: [
    { timings: ['past-due', 'due'], buckets: ['late-charge'], by: 'bucket', whole: false },
    {
      timings: ['past-due', 'due'],
      buckets: ['interest', 'principal', 'escrow'],
      by: 'instalment',
      whole: true,
    },
    { timings: ['past-due', 'due'], buckets: ['fee'], by: 'bucket', whole: false },
  ],
};
