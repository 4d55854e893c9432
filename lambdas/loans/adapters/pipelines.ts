import { invalid } from '../../shared/errors.ts';
import type { Storage } from '../../shared/storage.ts';
import { keys, pipelineShards } from '../../shared/table.ts';
import { type Stage, stages } from '../../shared/stages.ts';
import { LoanSummary } from '../../shared/views/loan-summary.v1.ts';

export interface PipelinePage {
  items: LoanSummary[];
  next?: string;
}

interface Asked {
  stage?: Stage | undefined;
  limit: number;
  cursor?: string | undefined;
}

const stagePrefix = (stage: Stage | undefined): string => (stage ? `STAGE#${stage}#` : 'STAGE#');

export const officerPipeline = (storage: Storage, userId: string, asked: Asked): Promise<PipelinePage> =>
  summaries(storage, { index: 'gsi1', pk: `OFFICER#${userId}` }, asked);

export const branchPipeline = (storage: Storage, branchId: string, asked: Asked): Promise<PipelinePage> =>
  summaries(storage, { index: 'gsi2', pk: `BRANCH#${branchId}` }, asked);

async function summaries(
  storage: Storage,
  where: { index: 'gsi1' | 'gsi2'; pk: string },
  { stage, limit, cursor }: Asked,
): Promise<PipelinePage> {
  const page = await storage.queryIndex({
    ...where,
    prefix: stagePrefix(stage),
    limit,
    ...(cursor === undefined ? {} : { cursor }),
  });
  return {
    items: page.items.map((item) => LoanSummary.parse(item)),
    ...(page.next === undefined ? {} : { next: page.next }),
  };
}

/** The loans a contact is a party to; a borrower has few, so their summaries are read one by one. */
export async function contactLoans(
  storage: Storage,
  contactId: string,
  { stage, limit, cursor }: Asked,
): Promise<PipelinePage> {
  const page = await storage.queryIndex({
    index: 'gsi1',
    pk: `CONTACT#${contactId}`,
    prefix: 'LOAN#',
    limit,
    ...(cursor === undefined ? {} : { cursor }),
  });
  const parts = page.items.filter(({ kind }) => kind === 'borrower');
  const found = await Promise.all(parts.map(({ loanId }) => storage.get(keys.loanSummary(String(loanId)))));
  const items = found.flatMap((item) => (item ? [ownPart(LoanSummary.parse(item), contactId)] : []));
  return {
    items: items.filter((loan) => stage === undefined || loan.stage === stage),
    ...(page.next === undefined ? {} : { next: page.next }),
  };
}

/** A co-borrower's income is not shown, nor how the office counts what it waits for. */
const ownPart = (loan: LoanSummary, contactId: string): LoanSummary => ({
  ...loan,
  stalledNeeds: undefined,
  borrowers: loan.borrowers.filter((b) => b.contactId === contactId),
});

/**
 * Every loan of the lender, stage after stage and shard after shard. The cursor says where the walk stands:
 * `<place>.<cursor within>`; a page may be short where a shard ends.
 */
export async function everyonesPipeline(
  storage: Storage,
  { stage, limit, cursor }: Asked,
): Promise<PipelinePage> {
  const places = (stage ? [stage] : stages).flatMap((one) =>
    Array.from({ length: pipelineShards }, (_, shard) => `PIPELINE#${one}#${shard}`),
  );
  let { place, within } = placeOf(cursor, places.length);
  const items: LoanSummary[] = [];
  for (; place < places.length && items.length < limit; place += 1) {
    const left = limit - items.length;
    const page = await storage.queryIndex({
      index: 'gsi2',
      pk: places[place] ?? '',
      limit: left,
      ...(within === undefined ? {} : { cursor: within }),
    });
    const found = await Promise.all(
      page.items.map(({ loanId }) => storage.get(keys.loanSummary(String(loanId)))),
    );
    items.push(...found.flatMap((item) => (item ? [LoanSummary.parse(item)] : [])));
    if (page.next !== undefined) return { items, next: `${place}.${page.next}` };
    within = undefined;
  }
  return { items, ...(place < places.length ? { next: `${place}.` } : {}) };
}

function placeOf(cursor: string | undefined, count: number): { place: number; within: string | undefined } {
  if (cursor === undefined) return { place: 0, within: undefined };
  const [, place = '', within = ''] = /^(\d{1,3})\.(.*)$/.exec(cursor) ?? [];
  const number = Number.parseInt(place, 10);
  if (Number.isNaN(number) || number >= count) {
    throw invalid('InvalidCursor', 'the cursor is not one this API gave', {}, [
      { field: 'cursor', rule: 'must be the `next` of an earlier page' },
    ]);
  }
  return { place: number, within: within === '' ? undefined : within };
}
