import * as z from 'zod';

/** The federal agency that administers compliance of this creditor (Appendix A of part 1002). */
export const AgencySchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  address: z.string().trim().min(1).max(300),
});
export type Agency = z.infer<typeof AgencySchema>;

/** The notice of 12 CFR 1002.9(b)(1), which a notice of adverse action carries in these or much the same words. */
export const ecoaNotice = ({ name, address }: Agency): string =>
  'The Federal Equal Credit Opportunity Act prohibits creditors from discriminating against credit applicants on ' +
  'the basis of race, color, religion, national origin, sex, marital status, age (provided the applicant has the ' +
  "capacity to enter into a binding contract); because all or part of the applicant's income derives from any " +
  'public assistance program; or because the applicant has in good faith exercised any right under the Consumer ' +
  'Credit Protection Act. The Federal agency that administers compliance with this law concerning this creditor ' +
  `is ${name}, ${address}.`;
