import * as z from 'zod';
import { readEnv } from '../../shared/env.ts';
import { taskFunction } from '../../shared/task.ts';
import { askedDocuments } from '../adapters/asked-documents.ts';
import { getDocument } from '../adapters/document-items.ts';
import { FilesEnv, type FilesKernel, wireFiles } from '../adapters/intake-env.ts';
import { loanWords } from '../adapters/loan-words.ts';
import { readingsOf } from '../adapters/readings.ts';
import { IntakeStep } from '../contracts.ts';
import { decideFile } from '../domain/decide-file.ts';
import { judgePages, pagesToAnalyze } from '../domain/judge-pages.ts';

const Input = IntakeStep.extend({
  /** Analyze Lending has been asked, or cannot be: the verdict is final. */
  analyzed: z.boolean(),
});
const Output = z.object({
  outcome: z.enum(['ACCEPT', 'RETURN', 'REVIEW', 'ANALYZE', 'ENDED']),
  pages: z.array(z.int()).optional(),
});

export interface Deps extends FilesKernel {
  zone: string;
}

/** Classifies, splits, reads, reconciles and judges what the pages say; keeps the reading, tells the machine the verdict alone. */
export async function taskReconcileDocument(
  { loanId, documentId, analyzed }: z.output<typeof Input>,
  { storage, store, zone }: Deps,
): Promise<z.output<typeof Output>> {
  const document = await getDocument(storage, loanId, documentId);
  if (document.state !== 'READING') return { outcome: 'ENDED' };
  const readings = readingsOf(store, documentId);
  const [factsFor, asked, inspected, lending] = await Promise.all([
    loanWords(storage, document, zone),
    askedDocuments(storage, document),
    readings.inspected(),
    analyzed ? readings.lending() : [],
  ]);
  const ranges = await Promise.all(inspected.ranges.map((pages) => readings.range(pages)));
  const parts = judgePages({
    pages: [...inspected.pages, ...ranges.flatMap(({ pages }) => pages)],
    unread: ranges.flatMap(({ unread }) => unread),
    lending: lending.map(({ page, type, fields }) => ({ page, type, fields: fields.map(withBox) })),
    asked,
    factsFor,
  });
  const pages = analyzed ? [] : pagesToAnalyze(parts);
  if (pages.length > 0) return { outcome: 'ANALYZE', pages };
  await readings.writeReading({ schemaVersion: 1, parts });
  return { outcome: decideFile(parts).outcome };
}

interface Found<Box> {
  type: string;
  text: string;
  confidence: number;
  box?: Box | undefined;
}

function withBox<Box>({ box, ...field }: Found<Box>): Omit<Found<Box>, 'box'> & { box?: Box } {
  return box === undefined ? field : { ...field, box };
}

export type Env = z.input<typeof FilesEnv>;

function wire(): Deps {
  const env = readEnv(FilesEnv);
  return { ...wireFiles(env), zone: env.LENDER_ZONE };
}

export const handler = taskFunction({ input: Input, output: Output, wire, run: taskReconcileDocument });
