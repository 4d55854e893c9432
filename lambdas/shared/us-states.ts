import * as z from 'zod';

/** USPS Publication 28, appendix B: the states, the District of Columbia and the territories that have mortgages. */
const codes = `AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND
  OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI`;
const known = new Set(codes.split(/\s+/));

export const StateSchema = z
  .string()
  .regex(/^[A-Z]{2}$/, 'must be a two-letter state')
  .refine((code) => known.has(code), 'must be a state, the District of Columbia or a territory');
