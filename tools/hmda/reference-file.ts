import * as z from 'zod';
import { parseAs, parseJson } from '../../lambdas/shared/parse.ts';
import type { ReferenceData } from '../../lambdas/rules/hmda/filing-context.ts';
import { readFileSync } from 'node:fs';

const codes = (digits: number) => z.array(z.string().regex(new RegExp(`^\\d{${digits}}$`)));

/** Public lists and the institution's own facts, as a JSON file names them. */
const ReferenceFileSchema = z.strictObject({
  counties: codes(5).optional(),
  tracts: codes(11).optional(),
  smallCounties: codes(5).optional(),
  institution: z
    .strictObject({ lei: z.string(), federalAgency: z.string(), taxpayerIdentification: z.string() })
    .optional(),
});

/** @throws invalid InvalidRequest with the field and the rule; the system's error when the file cannot be read */
export function readReference(file: string): ReferenceData {
  const { counties, tracts, smallCounties, institution } = parseAs(
    ReferenceFileSchema,
    parseJson(readFileSync(file, 'utf8')),
    'reference file',
  );
  return {
    ...(counties && { counties: new Set(counties) }),
    ...(tracts && { tracts: new Set(tracts) }),
    ...(smallCounties && { smallCounties: new Set(smallCounties) }),
    ...(institution && { institution }),
  };
}
