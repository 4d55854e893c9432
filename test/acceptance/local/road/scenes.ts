import * as z from 'zod';
import { expectBody } from '../../../../tools/client/keyturn-client.ts';
import type { Road } from '../../../support/road/road-cloud.ts';
import {
  type LoanView,
  newLoan,
  openRoadLoan,
  type RoadLoan,
  scenarioOf,
  viewOf,
} from '../../../support/road/road-loan.ts';
import { isDrained, settle } from '../../../support/road/settle.ts';

/** What a step leaves for those after it. */
export interface Scenes {
  main?: RoadLoan;
  payStubId?: string;
  licenceId?: string;
}
export type Steps = Record<string, (road: Road, scenes: Scenes) => Promise<void>>;

export function given<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`${what} is missing: an earlier step failed`);
  return value;
}

/** Lets the cloud work until the loan is as wanted and no message is on its way. */
export async function untilLoan(
  road: Road,
  loanId: string,
  isThere: (view: LoanView) => boolean,
  options?: { stepSeconds?: number; mostSteps?: number },
): Promise<LoanView> {
  let seen: LoanView | undefined;
  const isDone = async () => {
    seen = await viewOf(road.cast.manager, loanId);
    return isThere(seen) && isDrained(road);
  };
  await settle(road, isDone, { stepSeconds: 5, mostSteps: 40, ...options }).catch((error: unknown) => {
    const needs = seen?.needs.map(({ kind, status }) => `${kind} ${status}`).join(', ');
    throw new Error(`the loan stays in ${seen?.stage} (${seen?.entry}) with ${needs}`, { cause: error });
  });
  return given(seen, 'the loan');
}

export const needStatus = (view: LoanView, kind: string, stage = view.stage): string | undefined =>
  view.needs.findLast((need) => need.kind === kind && need.stage === stage)?.status;

/** Another loan, as far as PROCESSING with its needs asked. */
export async function loanInProcessing(
  road: Road,
  ordinal: number,
  change: (body: object) => object = (body) => body,
): Promise<RoadLoan> {
  const scenario = scenarioOf(ordinal);
  const loan = await openRoadLoan(road.cast, scenario, change(newLoan(scenario)));
  await road.cast['loan-officer'].post(`/v1/loans/${loan.loanId}/transitions/take-application`, {});
  await untilLoan(road, loan.loanId, ({ stage, needs }) => stage === 'PROCESSING' && needs.length >= 5);
  return loan;
}

const Tasks = z.looseObject({
  items: z.array(
    z.looseObject({ taskId: z.string(), loanId: z.string(), kind: z.string(), status: z.string() }),
  ),
});
export const tasksOf = async ({ cast }: Road, loanId: string): Promise<string[]> =>
  expectBody(await cast.processor.get('/v1/tasks?limit=100'), 200, Tasks)
    .items.filter((task) => task.loanId === loanId && task.status === 'OPEN')
    .map(({ kind }) => kind);

export const incomeOf = async ({ cast }: Road, loanId: string) =>
  expectBody(
    await cast.processor.get(`/v1/loans/${loanId}/income`),
    200,
    z.looseObject({
      current: z.array(z.looseObject({ outcome: z.string(), monthlyAmountCents: z.int().optional() })),
      verifications: z.array(z.looseObject({ status: z.string(), outcome: z.string().optional() })),
    }),
  );

/** Entries of one kind on the loan's trail. */
export async function entriesOf(
  { cast }: Road,
  loanId: string,
  action: string,
  about?: string,
): Promise<number> {
  const { entries } = expectBody(
    await cast.compliance.get(`/v1/loans/${loanId}/audit/export`),
    200,
    z.looseObject({
      entries: z.array(
        z.looseObject({ action: z.string(), facts: z.looseObject({ about: z.string().optional() }) }),
      ),
    }),
  );
  return entries.filter(
    (entry) => entry.action === action && (about === undefined || entry.facts.about === about),
  ).length;
}
