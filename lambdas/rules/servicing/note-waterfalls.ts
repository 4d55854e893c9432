import type { Bucket, Stage, Waterfall } from './waterfall.ts';

const owed: Stage['timings'] = ['past-due', 'due'];

/** Instalments oldest first, each to interest, then principal, then escrow items. */
const instalments = (timings: Stage['timings'], whole: boolean): Stage => ({
  timings,
  buckets: ['interest', 'principal', 'escrow'],
  by: 'instalment',
  whole,
});

const charges = (...buckets: Bucket[]): Stage => ({ timings: owed, buckets, by: 'bucket', whole: false });

/**
 * Fannie Mae/Freddie Mac uniform security instruments of 07/2021, section 2: payments in the order in which each became
 * due, each to interest, then principal, then escrow items; when all are paid, late charges and then other amounts due;
 * what remains reduces principal. Money short of a periodic payment is held unapplied (section 2(a)).
 */
export const uniformInstrument: Waterfall = {
  citation: 'Fannie Mae/Freddie Mac Uniform Security Instrument (07/2021) section 2',
  stages: [instalments(owed, true), charges('late-charge', 'fee')],
  surplus: 'principal',
  chargeTiming: 'own-date',
};

/** As the uniform instrument, but what is beyond the payments due pays coming ones ahead, whole ones only. */
export const paidAhead: Waterfall = {
  ...uniformInstrument,
  stages: [...uniformInstrument.stages, instalments(['in-advance'], true)],
  surplus: 'suspense',
};

/** Notes that apply each dollar at once, as daily simple interest notes do: to interest, then principal and escrow. */
export const partialPaymentsApplied: Waterfall = {
  ...uniformInstrument,
  citation: 'a note that applies partial payments on receipt; 12 CFR 1026.36(c)(1)(i)',
  stages: [instalments(owed, false), charges('late-charge', 'fee')],
};

/** Older notes that take late charges first. The ban on pyramiding then matters (12 CFR 1026.36(c)(2)). */
export const lateChargesFirst: Waterfall = {
  ...uniformInstrument,
  citation: 'a note that takes late charges before periodic payments',
  stages: [charges('late-charge'), instalments(owed, true), charges('fee')],
};
