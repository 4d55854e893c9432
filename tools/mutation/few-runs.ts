import fc from 'fast-check';

/** A mutant that a law of this many cases does not find is found by no table either; more only takes time. */
fc.configureGlobal({ numRuns: 15 });
