import * as z from 'zod';

/** Parses to `Cents`: a whole number of cents within safe bounds; plain `integer` in JSON Schema. */
export const CentsSchema = z.int().brand<'Cents'>();

/** `Cents` of zero and more. */
export const NonNegativeCentsSchema = z.int().nonnegative().brand<'Cents'>();

/** Parses to `Ppm`: whole parts per million. */
export const PpmSchema = z.int().brand<'Ppm'>();

/** Parses to `CalendarDate`: a real day as `YYYY-MM-DD`; `format: date` in JSON Schema. */
export const CalendarDateSchema = z.iso.date().brand<'CalendarDate'>();

/**
 * Text that a person typed for people to read: trimmed, not blank, and without what nobody sees (control and formatting
 * characters, which can turn a line around; the mark that bytes of no UTF-8 leave behind).
 */
export const plainText = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD]*$/u, 'must hold no control or invisible characters');
