import * as z from 'zod';
import { atOnce } from '../support/road/at-once.ts';
import type { Mail, RuleSeen } from '../support/road/local-control.ts';
import { type Road, startRoad } from '../support/road/road-cloud.ts';
import {
  openRoadLoan,
  papersOf,
  type RoadLoan,
  scenarioOf,
  upload,
  viewOf,
} from '../support/road/road-loan.ts';
import { isDrained, settle } from '../support/road/settle.ts';
import { type DeadLetters, deadLetters, redriveAll } from './dead-letters.ts';
import { injectFaults } from './faults-to-inject.ts';
import { type LoanRecord, recordOf } from './loan-record.ts';

const Partner = z.looseObject({
  contacts: z.array(z.looseObject({ fields: z.looseObject({ external_id: z.string() }) })),
  loans: z.array(z.looseObject({ fields: z.looseObject({ external_id: z.string() }) })),
});
const Orders = z.looseObject({
  orders: z.array(
    z.looseObject({
      target_employer: z.looseObject({ search_key: z.string(), loan_id: z.string().nullable() }),
    }),
  ),
});

export interface FaultRun {
  /** One loan before any fault: what every other must look like. */
  clean: LoanRecord;
  loans: LoanRecord[];
  rules: RuleSeen[];
  deadLetters: DeadLetters;
  leftInDeadLetters: DeadLetters;
  mails: Mail[];
  partnerContacts: string[];
  partnerLoans: string[];
  orders: string[];
  failedExecutions: string[];
  movesOfTheClock: number;
}

const width = 4;
/** Loans under way at one time: a lender's day, and what a person can watch arrive. */
const waveSize = 25;

/**
 * Carries `count` loans along the road, in waves, while everything that AWS allows to happen happens; gives what stands
 * at the end.
 */
export async function faultRun(
  count: number,
  seed: number,
  say: (progress: string) => void = () => undefined,
): Promise<FaultRun> {
  // Every function keeps its process, so that a kill is a kill and not one of many ends for want of room.
  const road = await startRoad({ workers: 64 });
  try {
    const clean = await carry(road, [scenarioOf(0)]);
    await injectFaults(road, count, seed);
    const carried: Carried = { loans: [], moves: 0 };
    while (carried.loans.length < count) {
      const first = carried.loans.length + 1;
      const size = Math.min(waveSize, count - carried.loans.length);
      const wave = await carry(
        road,
        Array.from({ length: size }, (_, index) => scenarioOf(first + index)),
      );
      carried.loans.push(...wave.loans);
      carried.moves += wave.moves;
      say(`${carried.loans.length} of ${count} loans are in underwriting`);
    }
    const rules = await road.control.rules();
    const dead = await deadLetters(road);
    await redriveAll(road);
    await settle(road, async () => isDrained(road));
    await road.control.clearFaults();
    await redriveAll(road);
    await settle(road, async () => isDrained(road));
    const [cleanRecord] = await records(road, clean.loans);
    return {
      clean: cleanRecord!,
      loans: await records(road, carried.loans),
      rules,
      deadLetters: dead,
      leftInDeadLetters: await deadLetters(road),
      mails: await road.control.mails(),
      ...(await counterparties(road)),
      failedExecutions: await failedExecutions(road),
      movesOfTheClock: clean.moves + carried.moves,
    };
  } finally {
    await road.stop();
  }
}

interface Carried {
  loans: RoadLoan[];
  /** How often the clock was moved until nothing was left to do. */
  moves: number;
}

const records = (road: Road, loans: readonly RoadLoan[]) =>
  atOnce(width, loans, (loan) => recordOf(road, loan));

async function carry(road: Road, scenarios: readonly ReturnType<typeof scenarioOf>[]): Promise<Carried> {
  const { cast } = road;
  const loans = await atOnce(width, scenarios, async (scenario) => {
    const loan = await openRoadLoan(cast, scenario);
    await cast['loan-officer'].post(`/v1/loans/${loan.loanId}/transitions/take-application`, {});
    return loan;
  });
  const asked = await settleAll(road, loans, ({ needs }) => needs.length >= 5);
  await atOnce(width, loans, async (loan) => {
    const borrower = await cast.borrower(loan.scenario.borrower.email);
    for (const file of await papersOf(loan.scenario)) await upload(borrower, loan, file);
  });
  const arrived = await settleAll(
    road,
    loans,
    ({ stage, needs }) =>
      stage === 'UNDERWRITING' && needs.some(({ kind }) => kind === 'underwriting-decision'),
  );
  return { loans, moves: asked.steps + arrived.steps };
}

type IsThere = (view: Awaited<ReturnType<typeof viewOf>>) => boolean;

/** Until every loan is there; looks again only at those that were not yet. Throws with the record of each that never is. */
async function settleAll(road: Road, loans: readonly RoadLoan[], isThere: IsThere) {
  let missing = loans;
  const allThere = async () => {
    if (!isDrained(road)) return false;
    const seen = await atOnce(width, missing, async (loan) =>
      isThere(await viewOf(road.cast.manager, loan.loanId)),
    );
    missing = missing.filter((_, index) => !seen[index]);
    return missing.length === 0 && isDrained(road);
  };
  try {
    return await settle(road, allThere);
  } catch (error) {
    const stuck = { loans: await records(road, missing), rules: await hitRules(road) };
    throw new Error(`not there: ${JSON.stringify(stuck, null, 1)}`, { cause: error });
  }
}

const hitRules = async (road: Road) => (await road.control.rules()).filter(({ hits }) => hits > 0);

async function counterparties({ control }: Road) {
  const partner = Partner.parse(await control.partner('total-expert', 'records'));
  const { orders } = Orders.parse(await control.partner('employment-verification', 'orders'));
  return {
    partnerContacts: partner.contacts.map(({ fields }) => fields.external_id),
    partnerLoans: partner.loans.map(({ fields }) => fields.external_id),
    orders: orders.map(({ target_employer }) => target_employer.search_key),
  };
}

async function failedExecutions({ control }: Road): Promise<string[]> {
  const machines = ['application', 'processing', 'underwriting', 'document-intake'] as const;
  const all = await Promise.all(machines.map((machine) => control.executions(machine)));
  return all
    .flat()
    .filter(({ status }) => status !== 'RUNNING' && status !== 'SUCCEEDED')
    .map(({ name, status }) => `${name} ${status}`);
}
