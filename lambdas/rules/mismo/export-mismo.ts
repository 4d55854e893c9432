import * as z from 'zod';
import { application } from './application/application.ts';
import { closing } from './closing/closing.ts';
import { creditReply } from './credit/credit-report.ts';
import { exportApplication } from './export-application.ts';
import { exportClosing } from './export-closing.ts';
import { exportCredit } from './import-credit.ts';

const namespaces = z.record(z.string().regex(/^[A-Za-z_][\w.-]*$/), z.string()).default({});

/** A model as `importMismo` gives it; what an import says besides (its defects) is let through and not written. */
export const MismoModelSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('application'), model: application.schema, namespaces }),
  z.object({ kind: z.literal('closing'), model: closing.schema, namespaces }),
  z.object({ kind: z.literal('credit'), model: creditReply.schema, namespaces }),
]);

/** The XML file of a model. @throws ZodError with each field that is not of the model */
export function exportMismo(input: z.input<typeof MismoModelSchema>): string {
  const file = MismoModelSchema.parse(input);
  if (file.kind === 'application') return exportApplication(file.model, file.namespaces);
  return file.kind === 'closing'
    ? exportClosing(file.model, file.namespaces)
    : exportCredit(file.model, file.namespaces);
}
