import * as z from 'zod';
import { EvidenceSchema } from '../../rules/income/evidence.ts';
import { ContactIdSchema, DocumentIdSchema, idSchema, LoanIdSchema } from '../../shared/ids.ts';
import { Provenance } from '../../shared/provenance.ts';

export const calculationOutcomes = [
  /** No figure can be worked out from the documents yet. */
  'INCOMPLETE',
  'AWAITING_EMPLOYER',
  'AGREES',
  'DISAGREES',
  /** The employer's side gave no usable record: a value of its own, never a decision. */
  'NO_EMPLOYER_RECORD',
] as const;

const Missing = z.object({ field: z.string(), reason: z.string(), citation: z.string() });

const WorksheetLine = z.object({
  rule: z.string(),
  inputs: z.array(
    z.object({
      name: z.string(),
      value: z.union([z.number(), z.string(), z.boolean()]),
      evidence: EvidenceSchema.optional(),
    }),
  ),
  amountCents: z.int(),
  citation: z.string(),
});

const Finding = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['agreement', 'disagreement']),
    comparison: z.string(),
    amountCents: z.int(),
    documentedCents: z.int(),
    differenceCents: z.int(),
    differencePpm: z.int().optional(),
    tolerance: z.object({ tolerancePpm: z.int(), toleranceCents: z.int() }),
    evidence: z.array(EvidenceSchema),
  }),
  z.object({ kind: z.literal('no-answer'), comparison: z.string(), reason: z.string() }),
]);

/** One working-out of a borrower's qualifying income. Never changed: new evidence makes a new one. */
export const IncomeCalculation = z.object({
  loanId: LoanIdSchema,
  contactId: ContactIdSchema,
  calculationId: idSchema('calc'),
  calculatedAt: z.iso.datetime(),
  outcome: z.enum(calculationOutcomes),
  /** Qualifying income a month; absent where none could be calculated. */
  monthlyAmountCents: z.int().optional(),
  worksheet: z.array(WorksheetLine),
  missing: z.array(Missing),
  cautions: z.array(z.object({ code: z.string(), reason: z.string(), citation: z.string() })),
  findings: z.array(Finding),
  /** Where each cited place is: page and box, partner's report, person. */
  provenance: z.array(z.object({ evidence: EvidenceSchema, provenance: Provenance })),
  documentIds: z.array(DocumentIdSchema),
  /** Of the first job whose employer has answered. */
  verificationId: idSchema('ver').optional(),
  /** All that were used, where there are further jobs. */
  verificationIds: z.array(idSchema('ver')).optional(),
  /** Of everything that went in: equal inputs make no second calculation. */
  inputsHash: z.string(),
});
export type IncomeCalculation = z.infer<typeof IncomeCalculation>;

/** The newest calculation of a borrower, as the loan's INCOME item; `version` orders the changes of it. */
export const CurrentIncome = IncomeCalculation.extend({ version: z.int().positive() });
export type CurrentIncome = z.infer<typeof CurrentIncome>;
