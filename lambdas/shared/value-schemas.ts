import * as z from 'zod';

/** Parses to `Cents`: a whole number of cents within safe bounds; plain `integer` in JSON Schema. */
export const CentsSchema = z.int().brand<'Cents'>();

/** `Cents` of zero and more. */
export const NonNegativeCentsSchema = z.int().nonnegative().brand<'Cents'>();

/** Parses to `Ppm`: whole parts per million. */
export const PpmSchema = z.int().brand<'Ppm'>();

/** Parses to `CalendarDate`: a real day as `YYYY-MM-DD`; `format: date` in JSON Schema. */
export const CalendarDateSchema = z.iso.date().brand<'CalendarDate'>();
