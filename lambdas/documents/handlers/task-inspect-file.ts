import * as z from 'zod';
import { readEnv } from '../../shared/env.ts';
import { taskFunction } from '../../shared/task.ts';
import { getDocument } from '../adapters/document-items.ts';
import { inspectFile } from '../adapters/file-inspector.ts';
import { FilesEnv, type FilesKernel, wireFiles } from '../adapters/intake-env.ts';
import { readTextLayer } from '../adapters/pdf-text-layer.ts';
import { readingsOf } from '../adapters/readings.ts';
import { IntakeStep } from '../contracts.ts';
import { REFUSALS, type RefusalReason } from '../domain/inspection-verdict.ts';
import type { PageWords } from '../domain/page-words.ts';
import { pageRanges } from '../domain/page-ranges.ts';

const refusals = Object.keys(REFUSALS) as [RefusalReason, ...RefusalReason[]];

const Output = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('READABLE'),
    /** Pages that no good text layer covers, in ranges to be read. */
    ranges: z.array(z.object({ pages: z.array(z.int()) })),
  }),
  z.object({ outcome: z.literal('REFUSED'), refusal: z.enum(refusals) }),
  z.object({ outcome: z.literal('ENDED') }),
]);

/** Looks at the file within stated limits, and takes the text that it carries itself while it is open. */
export async function taskInspectFile(
  { loanId, documentId }: IntakeStep,
  { storage, store }: FilesKernel,
): Promise<z.output<typeof Output>> {
  const document = await getDocument(storage, loanId, documentId);
  if (document.state !== 'READING' || !document.file) return { outcome: 'ENDED' };
  const bytes = await store.bytes(document.file);
  const inspection = await inspectFile(bytes, document.contentType);
  if (!inspection.ok) return { outcome: 'REFUSED', refusal: inspection.reason };

  const { kind, pageCount, activeContent } = inspection;
  const pages = kind === 'pdf' ? await goodPages(bytes) : [];
  const covered = new Set(pages.map(({ pageNumber }) => pageNumber));
  const all = Array.from({ length: pageCount }, (_, index) => index + 1);
  const ranges = pageRanges(all.filter((page) => !covered.has(page)));
  await readingsOf(store, documentId).writeInspected({
    kind,
    pageCount,
    activeContent: [...activeContent],
    pages,
    ranges,
  });
  return { outcome: 'READABLE', ranges: ranges.map((range) => ({ pages: range })) };
}

async function goodPages(bytes: Uint8Array) {
  const pages = await readTextLayer(bytes);
  return pages.filter(({ trust }) => trust === 'good').map(plain);
}

const plain = ({ pageNumber, engine, aspect, words }: PageWords) => ({
  pageNumber,
  engine,
  aspect,
  words: [...words],
});

export type Env = z.input<typeof FilesEnv>;

export const handler = taskFunction({
  input: IntakeStep,
  output: Output,
  wire: () => wireFiles(readEnv(FilesEnv)),
  run: taskInspectFile,
});
