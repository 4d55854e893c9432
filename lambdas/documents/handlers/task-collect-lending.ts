import * as z from 'zod';
import { readEnv } from '../../shared/env.ts';
import { taskFunction } from '../../shared/task.ts';
import { FilesEnv, type FilesKernel, wireFiles } from '../adapters/intake-env.ts';
import { type LendingAnswers, readingsOf } from '../adapters/readings.ts';
import { getLendingAnalysis, type LendingAnalysis } from '../adapters/textract-lending.ts';
import { textractClient } from '../adapters/textract-client.ts';
import { IntakeStep, LendingJob } from '../contracts.ts';

const Input = IntakeStep.extend({ jobs: z.array(LendingJob), polls: z.int() });
const Output = z.object({
  outcome: z.enum(['PENDING', 'DONE']),
  jobs: z.array(LendingJob),
  polls: z.int(),
});

/** Looked at every five seconds; what has no answer after two minutes is left to a person. */
const mostPolls = 24;

export interface Deps extends Pick<FilesKernel, 'store'> {
  jobResult: (jobId: string) => Promise<LendingAnalysis>;
}

/** Takes what Analyze Lending found on the pages; a job that failed is no answer and adds nothing. */
export async function taskCollectLending(
  { documentId, jobs, polls }: z.output<typeof Input>,
  { store, jobResult }: Deps,
): Promise<z.output<typeof Output>> {
  const results = await Promise.all(
    jobs.map(async ({ page, jobId }) => ({ page, result: await jobResult(jobId) })),
  );
  const pending = results.some(({ result }) => result.status === 'in-progress');
  if (pending && polls + 1 < mostPolls) return { outcome: 'PENDING', jobs, polls: polls + 1 };
  await readingsOf(store, documentId).writeLending(
    results.flatMap(({ page, result }) => answersOf(page, result)),
  );
  return { outcome: 'DONE', jobs, polls: polls + 1 };
}

/** Each job saw one picture, so its pages are this page. */
function answersOf(page: number, result: LendingAnalysis): LendingAnswers {
  if (result.status === 'in-progress' || result.status === 'failed') return [];
  return result.pages.map(({ type, fields }) => ({
    page,
    type,
    fields: fields.map(({ name, text, confidence, box }) => ({ type: name, text, confidence, box })),
  }));
}

export type Env = z.input<typeof FilesEnv>;

function wire(): Deps {
  const textract = textractClient();
  return {
    store: wireFiles(readEnv(FilesEnv)).store,
    jobResult: (jobId) => getLendingAnalysis(textract, jobId),
  };
}

export const handler = taskFunction({ input: Input, output: Output, wire, run: taskCollectLending });
