import { onIncomeEvidence } from '../../../lambdas/income/handlers/on-income-evidence.ts';
import { onIncomeVerificationOrdered } from '../../../lambdas/income/handlers/on-income-verification-ordered.ts';
import { onVerificationDue } from '../../../lambdas/income/handlers/on-verification-due.ts';
import type { QueueContext } from '../../../lambdas/shared/queue.ts';
import {
  accepted,
  averyRecord,
  envelope,
  type IncomeWorld,
  incomeWorld,
  loanId,
} from '../income/income-fixture.ts';
import { latest, ordered, orderedWorld, place } from '../income/pursuit-fixture.ts';
import { distinct, type Redelivery } from './redelivery.ts';

/** Orders are counted one by one: the provider dedupes nothing. A check is a schedule, by name. */
const calls =
  ({ verifier, checksSet }: IncomeWorld) =>
  () => ({
    placed: [...verifier.placed],
    checks: distinct(checksSet.map(({ check }) => check)),
  });

async function due(what: 'report' | 'check', answered: boolean): ReturnType<Redelivery['begin']> {
  const world = await orderedWorld();
  await place(world);
  if (answered) world.verifier.answer = { kind: 'record', record: averyRecord };
  const { verificationId } = latest(world);
  const message =
    what === 'check'
      ? { version: 1, loanId, verificationId, attempt: 1 }
      : {
          'detail-type': 'IncomeReportReady.v1',
          detail: { ...envelope(60), data: { loanId, verificationId } },
        };
  const run = (given: never, context: QueueContext) => onVerificationDue(given, world, context);
  return { kernel: world, message, run, effects: calls(world) };
}

export const incomeRedeliveries: readonly Redelivery[] = [
  {
    queue: 'income-income-evidence',
    about: 'an accepted pay stub',
    begin: async () => {
      const world = await incomeWorld();
      const run = (given: never) => onIncomeEvidence(given, world);
      return { kernel: world, message: accepted(1), run, effects: calls(world) };
    },
  },
  {
    queue: 'income-income-verification-ordered',
    about: 'an order',
    begin: async () => {
      const world = await orderedWorld();
      const run = (given: never) => onIncomeVerificationOrdered(given, world);
      return { kernel: world, message: ordered(world), run, effects: calls(world) };
    },
  },
  { queue: 'income-verification-due', about: 'a report that is ready', begin: () => due('report', true) },
  {
    queue: 'income-verification-due',
    about: 'a check that finds an answer',
    begin: () => due('check', true),
  },
  { queue: 'income-verification-due', about: 'a check that finds none', begin: () => due('check', false) },
];
