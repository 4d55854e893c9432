import type * as z from 'zod';

/**
 * An item that one slice writes and others may only read. The item in the table is `{pk, sk, schemaVersion, ...body}`;
 * what is read is parsed by `schema`. Writer and readers share one contract test.
 */
export interface View<Body> {
  name: string;
  schemaVersion: number;
  writer: string;
  schema: z.ZodType<Body>;
  example: Body;
}

export const defineView = <Body>(view: View<Body>): View<Body> => view;
