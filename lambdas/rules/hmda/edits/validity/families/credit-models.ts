import { oneOf } from '../../../one-of.ts';

/** Codes 12 to 15 (FICO 8, FICO 10, FICO 10T, VantageScore 4.0) are in the guide from filing year 2024. */
export const isApplicantModel = oneOf('1111 1 2 3 4 5 6 7 8 9 11 12 13 14 15');

/** As for the applicant, and 10: no co-applicant. */
export const isCoApplicantModel = oneOf('1111 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15');

/** The models whose scores begin at 280, and those whose scores begin at 300. */
export const scoresFrom280 = oneOf('1 2 3 4 5 6 11 12');
export const scoresFrom300 = oneOf('13 14 15');

/** Code 8, `other`: the one that is spelt out in the free form text field. */
export const OTHER_MODEL = '8';

/** Not applicable or exempt. */
export const isNoScore = oneOf('8888 1111');
export const isNoModel = oneOf('9 1111');
