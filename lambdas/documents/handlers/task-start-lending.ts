import * as z from 'zod';
import { readEnv } from '../../shared/env.ts';
import { taskFunction } from '../../shared/task.ts';
import { getDocument } from '../adapters/document-items.ts';
import { FilesEnv, type FilesKernel, wireFiles } from '../adapters/intake-env.ts';
import { renderPages } from '../adapters/page-renderer.ts';
import { readingsOf } from '../adapters/readings.ts';
import { startLendingAnalysis } from '../adapters/textract-lending.ts';
import { textractClient } from '../adapters/textract-client.ts';
import { IntakeStep, LendingJob } from '../contracts.ts';

const Input = IntakeStep.extend({ pages: z.array(z.int().positive()).min(1).max(10) });
const Output = z.object({ jobs: z.array(LendingJob), polls: z.int() });

export interface Deps extends FilesKernel {
  /** Of the picture of one page; the same token is the same job. */
  startJob: (source: { key: string; version?: string; token: string }) => Promise<string>;
}

/** Starts Analyze Lending for each named page as a picture of its own, so that no other page is paid for. */
export async function taskStartLending(
  { loanId, documentId, pages }: z.output<typeof Input>,
  { storage, store, startJob }: Deps,
): Promise<z.output<typeof Output>> {
  const { file, state } = await getDocument(storage, loanId, documentId);
  if (state !== 'READING' || !file) return { jobs: [], polls: 0 };
  const readings = readingsOf(store, documentId);
  const [bytes, { kind }] = await Promise.all([store.bytes(file), readings.inspected()]);
  const jobs: z.output<typeof LendingJob>[] = [];
  const start = async (page: number, key: string, version?: string) => {
    const source = { key, token: `${documentId}-${page}`, ...(version === undefined ? {} : { version }) };
    jobs.push({ page, jobId: await startJob(source) });
  };
  if (kind === 'pdf') {
    await renderPages(bytes, pages, async (page, { png }) => {
      const key = readings.pictureKey(page);
      await store.writePicture(key, png);
      await start(page, key);
    });
  } else if (pages.length === 1) await start(pages[0] ?? 1, file.key, file.versionId);
  return { jobs, polls: 0 };
}

export type Env = z.input<typeof FilesEnv>;

function wire(): Deps {
  const env = readEnv(FilesEnv);
  const textract = textractClient();
  return {
    ...wireFiles(env),
    startJob: (source) => startLendingAnalysis(textract, { bucket: env.DOCUMENTS_BUCKET, ...source }),
  };
}

export const handler = taskFunction({ input: Input, output: Output, wire, run: taskStartLending });
