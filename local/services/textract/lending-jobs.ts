/** Lending jobs: durable, re-run after a restart, idempotent by ClientRequestToken, gone after seven days. */
import { createHash } from 'node:crypto';
import { AwsError, type EngineContext, type Json } from '../service.ts';
import { toAwsError } from '../aws-json.ts';
import type { LendingResult } from './lending-page.ts';
import type { StartInput } from './inputs.ts';

const DAYS_KEPT_MS = 7 * 24 * 3600 * 1000;
const JOBS = 'textract.jobs';
const TOKENS = 'textract.tokens';
const RESULTS = 'textract.results';
/** Results a reply holds at most; more is served as this. */
const PAGE_SIZE = 30;

interface Job {
  status: 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED';
  startedAtMs: number;
  input: StartInput;
  pageCount?: number;
  statusMessage?: string;
}

export interface LendingJobs {
  start(input: StartInput): { JobId: string };
  get(input: { JobId: string; MaxResults?: number; NextToken?: string }): Json;
  /** Takes up jobs that a stop interrupted. */
  resume(): void;
}

export function lendingJobs(
  context: EngineContext,
  readAll: (input: StartInput) => Promise<LendingResult[]>,
): LendingJobs {
  const { store, clock, scheduler, random } = context;
  const isLive = (startedAtMs: number) => clock.now() - startedAtMs < DAYS_KEPT_MS;

  async function run(jobId: string): Promise<void> {
    const job = store.get<Job>(JOBS, jobId);
    if (job?.status !== 'IN_PROGRESS') return;
    const ended = await attempt(jobId, job);
    store.put(JOBS, jobId, ended);
    await notify(context, jobId, ended);
  }

  async function attempt(jobId: string, job: Job): Promise<Job> {
    try {
      const results = await readAll(job.input);
      store.transaction(() => {
        for (const result of results) store.put(RESULTS, resultKey(jobId, result.Page), result);
      });
      return { ...job, status: 'SUCCEEDED', pageCount: results.length };
    } catch (error) {
      return { ...job, status: 'FAILED', statusMessage: toAwsError(error).code };
    }
  }

  function knownJob(input: StartInput, hash: string): string | undefined {
    const held =
      input.ClientRequestToken &&
      store.get<{ jobId: string; hash: string; startedAtMs: number }>(TOKENS, input.ClientRequestToken);
    if (!held || !isLive(held.startedAtMs)) return undefined;
    if (held.hash !== hash) {
      throw new AwsError(
        'IdempotentParameterMismatchException',
        'The ClientRequestToken was used with other parameters',
      );
    }
    return held.jobId;
  }

  return {
    start(input) {
      const hash = createHash('sha256').update(JSON.stringify(input)).digest('hex');
      const known = knownJob(input, hash);
      if (known) return { JobId: known };
      const jobId = Buffer.from(random.bytes(32)).toString('hex');
      const startedAtMs = clock.now();
      store.transaction(() => {
        store.put(JOBS, jobId, { status: 'IN_PROGRESS', startedAtMs, input } satisfies Job);
        if (input.ClientRequestToken)
          store.put(TOKENS, input.ClientRequestToken, { jobId, hash, startedAtMs });
      });
      scheduler.at(startedAtMs, () => run(jobId));
      return { JobId: jobId };
    },
    get({ JobId, MaxResults = PAGE_SIZE, NextToken }) {
      const job = store.get<Job>(JOBS, JobId);
      if (!job || !isLive(job.startedAtMs))
        throw new AwsError('InvalidJobIdException', 'Request has invalid Job Id');
      if (job.status !== 'SUCCEEDED') {
        return {
          JobStatus: job.status,
          AnalyzeLendingModelVersion: '1.0',
          ...(job.statusMessage && { StatusMessage: job.statusMessage }),
        };
      }
      const from = NextToken ? Number(Buffer.from(NextToken, 'base64url').toString()) : 0;
      if (!Number.isInteger(from))
        throw new AwsError('InvalidParameterException', 'Request has invalid parameters: NextToken');
      const limit = Math.min(MaxResults, PAGE_SIZE);
      const results = store
        .list<Json>(RESULTS, { prefix: `${JobId}#`, after: resultKey(JobId, from), limit })
        .map(([, value]) => value);
      const last = from + results.length;
      const pageCount = job.pageCount ?? 0;
      return {
        DocumentMetadata: { Pages: pageCount },
        JobStatus: job.status,
        ...(last < pageCount && { NextToken: Buffer.from(String(last)).toString('base64url') }),
        Results: results,
        AnalyzeLendingModelVersion: '1.0',
      };
    },
    resume() {
      for (const [jobId, { status }] of store.list<Job>(JOBS)) {
        if (status === 'IN_PROGRESS') scheduler.at(clock.now(), () => run(jobId));
      }
    },
  };
}

const resultKey = (jobId: string, page: number) => `${jobId}#${String(page).padStart(5, '0')}`;

/** The completion message (key names differ from the request's). A job is done whether or not anyone hears of it. */
async function notify(context: EngineContext, JobId: string, { input, status }: Job): Promise<void> {
  if (!input.NotificationChannel) return;
  const { Bucket, Name } = input.DocumentLocation.S3Object;
  const message = {
    JobId,
    Status: status,
    API: 'StartLendingAnalysis',
    ...(input.JobTag && { JobTag: input.JobTag }),
    Timestamp: context.clock.now(),
    DocumentLocation: { S3ObjectName: Name, S3Bucket: Bucket },
  };
  try {
    await context.neighbours.deliver(input.NotificationChannel.SNSTopicArn, message);
  } catch (error) {
    context.log('textract completion message not delivered', { jobId: JobId, error: toAwsError(error).code });
  }
}
