/** Analyze Lending: started once per file, read page by page, every page that succeeded kept. */
import {
  GetLendingAnalysisCommand,
  StartLendingAnalysisCommand,
  type TextractClient,
} from '@aws-sdk/client-textract';
import { unavailable } from '../../shared/errors.ts';
import { LendingAnalysisReply, lendingPageOf, type LendingPage } from './textract-lending-reply.ts';
import { failedTextractCall } from './textract-errors.ts';

type Client = Pick<TextractClient, 'send'>;

export interface LendingSource {
  bucket: string;
  key: string;
  version?: string;
  /** 1-64 of `[a-zA-Z0-9-_]`, one per document: the same token within seven days is the same job, not another charge. */
  token: string;
}

/**
 * @returns the job's id, valid for seven days
 * @throws DomainError `TextractUnavailable`, `PageNotReadable`
 */
export async function startLendingAnalysis(
  client: Client,
  { bucket, key, version, token }: LendingSource,
): Promise<string> {
  try {
    const { JobId } = await client.send(
      new StartLendingAnalysisCommand({
        DocumentLocation: { S3Object: { Bucket: bucket, Name: key, Version: version } },
        ClientRequestToken: token,
      }),
    );
    if (!JobId) throw unavailable('TextractUnavailable', 'Textract started no job');
    return JobId;
  } catch (error) {
    throw failedTextractCall('StartLendingAnalysis', error);
  }
}

export type LendingAnalysis =
  | { status: 'in-progress' }
  | { status: 'failed'; statusMessage: string }
  /** `partial`: what is here is good; `missingPages` were not read. */
  | { status: 'succeeded' | 'partial'; pages: LendingPage[]; missingPages: number[] };

/** A reply of more pages than any file that we accept could need is a loop, not an answer. */
const MAX_REPLIES = 200;

/** @throws DomainError `TextractUnavailable`, `PageNotReadable` (a job that is unknown or older than seven days) */
export async function getLendingAnalysis(client: Client, jobId: string): Promise<LendingAnalysis> {
  const pages: LendingPage[] = [];
  const missingPages = new Set<number>();
  let token: string | undefined;
  for (let replies = 0; replies < MAX_REPLIES; replies += 1) {
    const reply = await getOnce(client, jobId, token);
    if (reply.JobStatus === 'IN_PROGRESS') return { status: 'in-progress' };
    if (reply.JobStatus === 'FAILED') return { status: 'failed', statusMessage: reply.StatusMessage ?? '' };
    pages.push(...(reply.Results ?? []).map(lendingPageOf));
    for (const page of (reply.Warnings ?? []).flatMap(({ Pages }) => Pages ?? [])) missingPages.add(page);
    token = reply.NextToken ?? undefined;
    if (!token) {
      const partial = reply.JobStatus === 'PARTIAL_SUCCESS';
      return {
        status: partial ? 'partial' : 'succeeded',
        pages,
        missingPages: [...missingPages].sort((a, b) => a - b),
      };
    }
  }
  throw unavailable('TextractUnavailable', 'Textract pages without end', { operation: 'GetLendingAnalysis' });
}

async function getOnce(
  client: Client,
  JobId: string,
  NextToken: string | undefined,
): Promise<LendingAnalysisReply> {
  try {
    return LendingAnalysisReply.parse(await client.send(new GetLendingAnalysisCommand({ JobId, NextToken })));
  } catch (error) {
    throw failedTextractCall('GetLendingAnalysis', error);
  }
}
