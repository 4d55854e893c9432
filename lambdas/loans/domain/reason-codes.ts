import { reasonCodes as regulationBReasons } from '../../rules/decisions/reason-codes.ts';

/**
 * Principal reasons of a denial, as 12 CFR 1002, Appendix C, form C-1 has them. "Other" is left out: it must be specified
 * (1002.9(b)(2)), and what a person types may name a borrower.
 */
export const denialReasonCodes = regulationBReasons.filter((code) => code !== 'other');

/** The office's own, for a file that goes back or a thing that is asked: never why somebody is denied. */
const officeReasonCodes = ['missing-document', 'data-correction'] as const;

export const reasonCodes = [...denialReasonCodes, ...officeReasonCodes] as const;
