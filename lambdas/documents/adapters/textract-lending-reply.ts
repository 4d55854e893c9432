/** GetLendingAnalysis' reply as seen on the wire: https://docs.aws.amazon.com/textract/latest/dg/API_GetLendingAnalysis.html. Absent and null keys are the same. */
import * as z from 'zod';
import type { Box } from '../domain/page-words.ts';

const Geometry = z
  .object({
    BoundingBox: z
      .object({ Left: z.number(), Top: z.number(), Width: z.number(), Height: z.number() })
      .nullish(),
  })
  .nullish();
const Detection = z.object({
  Text: z.string().nullish(),
  SelectionStatus: z.string().nullish(),
  Geometry,
  Confidence: z.number().nullish(),
});
const LendingField = z.object({
  Type: z.string(),
  KeyDetection: Detection.nullish(),
  ValueDetections: z.array(Detection).nullish(),
});
const IdentityField = z.object({
  Type: z.object({ Text: z.string().nullish() }),
  ValueDetection: Detection.extend({
    NormalizedValue: z.object({ Value: z.string().nullish() }).nullish(),
  }).nullish(),
});
const Guess = z.object({ Value: z.string().nullish(), Confidence: z.number().nullish() });
const Extraction = z.object({
  LendingDocument: z
    .object({
      LendingFields: z.array(LendingField).nullish(),
      SignatureDetections: z.array(Detection).nullish(),
    })
    .nullish(),
  IdentityDocument: z.object({ IdentityDocumentFields: z.array(IdentityField).nullish() }).nullish(),
});
const LendingResult = z.object({
  Page: z.int().positive(),
  PageClassification: z.object({ PageType: z.array(Guess).nullish() }).nullish(),
  Extractions: z.array(Extraction).nullish(),
});

export const LendingAnalysisReply = z.object({
  JobStatus: z.enum(['IN_PROGRESS', 'SUCCEEDED', 'FAILED', 'PARTIAL_SUCCESS']),
  StatusMessage: z.string().nullish(),
  NextToken: z.string().nullish(),
  Warnings: z
    .array(z.object({ ErrorCode: z.string().nullish(), Pages: z.array(z.int()).nullish() }))
    .nullish(),
  Results: z.array(LendingResult).nullish(),
});

export type LendingAnalysisReply = z.infer<typeof LendingAnalysisReply>;

/** One value of one field; a field that was found several times is several of these, one not found is none. */
export interface LendingValue {
  /** Textract's own name, misspellings and all; on identity documents too. */
  name: string;
  /** Raw text as printed; a checkbox is `SELECTED` or `NOT_SELECTED`. */
  text: string;
  /** Missing on multi-line notes and machine-read codes. */
  box?: Box;
  confidence: number;
}

export interface LendingPage {
  /** Physical page of the file. */
  pageNumber: number;
  /** Textract's class, `UNCLASSIFIED` included; proves nothing without the fields of that class. */
  type: string;
  typeConfidence: number;
  fields: LendingValue[];
  signatureCount: number;
}

export function lendingPageOf({
  Page,
  PageClassification,
  Extractions,
}: z.infer<typeof LendingResult>): LendingPage {
  const guesses = PageClassification?.PageType ?? [];
  const best = guesses.reduce<z.infer<typeof Guess> | undefined>(
    (most, next) => ((next.Confidence ?? 0) > (most?.Confidence ?? -1) ? next : most),
    undefined,
  );
  const lending = (Extractions ?? []).flatMap(({ LendingDocument }) => LendingDocument ?? []);
  const identity = (Extractions ?? []).flatMap(
    ({ IdentityDocument }) => IdentityDocument?.IdentityDocumentFields ?? [],
  );
  return {
    pageNumber: Page,
    type: best?.Value ?? 'UNCLASSIFIED',
    typeConfidence: best?.Confidence ?? 0,
    fields: [
      ...lending.flatMap(({ LendingFields }) => LendingFields ?? []).flatMap(lendingValues),
      ...identity.flatMap(({ Type, ValueDetection }) =>
        Type.Text && ValueDetection ? valueOf(Type.Text, ValueDetection) : [],
      ),
    ],
    signatureCount: lending.reduce(
      (sum, { SignatureDetections }) => sum + (SignatureDetections?.length ?? 0),
      0,
    ),
  };
}

/** A pair that Textract could not map is called by the key that is printed: `OTHER:Weekly`. */
function lendingValues({
  Type,
  KeyDetection,
  ValueDetections,
}: z.infer<typeof LendingField>): LendingValue[] {
  const name = Type === 'OTHER' && KeyDetection?.Text ? `OTHER:${KeyDetection.Text}` : Type;
  return (ValueDetections ?? []).flatMap((detection) => valueOf(name, detection));
}

/**
 * A checkbox comes as a SelectionStatus, as the text `SELECTED`, or as `Yes`/`No`; the last stays as it is, since only the
 * field's meaning tells a box from an answer. An empty box without either says nothing.
 */
function valueOf(
  name: string,
  { Text, SelectionStatus, Geometry, Confidence }: z.infer<typeof Detection>,
): LendingValue[] {
  const text = Text || SelectionStatus;
  if (!text) return [];
  const found = Geometry?.BoundingBox;
  const box = found
    ? { left: found.Left, top: found.Top, width: found.Width, height: found.Height }
    : undefined;
  return [{ name, text, ...(box && { box }), confidence: Confidence ?? 0 }];
}

/** The three encodings of a checkbox as one answer; undefined where the text is no checkbox at all. */
export function isSelected(text: string): boolean | undefined {
  const folded = text.trim().toUpperCase();
  if (folded === 'SELECTED' || folded === 'YES') return true;
  return folded === 'NOT_SELECTED' || folded === 'NO' ? false : undefined;
}
