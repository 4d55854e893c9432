import { expect as hard } from 'vitest';
import { countsOf } from './loan-record.ts';
import type { FaultRun } from './fault-run.ts';

/** Every breach is told, not the first alone: a run is too long to be made again for the next. */
const expect = hard.soft;

/** How often these are written depends on what came first or got through, not on what happened: between least and most. */
const byOrder: Record<string, readonly [least: number, most: number]> = {
  // Once for each accepted paper that changed the calculation.
  'IncomeEvidenceWeighed DocumentAccepted.v1': [1, 4],
  // Income that agreed before the last paper came agrees once more with it; the need is one all the same.
  'EvidenceWeighed IncomeVerified.v1': [1, 4],
  // Who answered a wait died before it was put away: the stay's end answers it once more, which is nothing, and puts it away.
  'StageStayEnded APPLICATION': [0, 1],
  'StageStayEnded PROCESSING': [0, 1],
  // A change that the next one overtook is not sent; a loan moves three times, and once more as below.
  'Effect loan-update': [0, 4],
  // A record that was created by a process that died is found there, with content that nobody knows: it is sent again.
  'Effect contact-update': [0, 1],
  // A web hook that never arrived is made up for by asking.
  'IncomeReportAnnounced order.completed': [0, 1],
};

const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((a, b) => a + b, 0);

const comparable = (entries: Record<string, number>) =>
  Object.fromEntries(Object.entries(entries).filter(([kind]) => !(kind in byOrder)));

/** Nothing lost, nothing doubled: each law of the run, by the loan that breaks it. */
export function expectNothingLostOrDoubled(run: FaultRun): void {
  const { clean, loans } = run;
  expect(clean.verified).toBe(true);
  for (const loan of loans) {
    expect(loan, `audit of ${loan.loanId}`).toMatchObject({ verified: true, doneTwice: [] });
    expect(loan.seqs, 'sequence without gaps').toEqual(loan.seqs.map((_, index) => index + 1));
    expect(loan.stage).toBe('UNDERWRITING');
    expect(loan.documents, 'no document lost or doubled').toEqual(clean.documents);
    expect(loan.needs, 'each thing asked once').toEqual(clean.needs);
    expect(comparable(loan.entries), `entries of ${loan.loanId}`).toEqual(comparable(clean.entries));
    for (const [kind, [least, most]] of Object.entries(byOrder)) {
      expect(loan.entries[kind] ?? 0, kind).toBeGreaterThanOrEqual(least);
      expect(loan.entries[kind] ?? 0, kind).toBeLessThanOrEqual(most);
    }
  }
  expectMailsOnce(run);
  const loanIds = [clean, ...loans].map(({ loanId }) => loanId);
  expect(run.partnerLoans.toSorted(), "Total Expert's loans").toEqual(loanIds.toSorted());
  expect(new Set(run.partnerContacts).size, "Total Expert's contacts").toBe(run.partnerContacts.length);
  expect(run.partnerContacts).toHaveLength(loanIds.length);
  expect(new Set(run.orders).size, 'orders of the same record').toBe(run.orders.length);
  expect(run.orders).toHaveLength(loanIds.length);
  expect(run.failedExecutions).toEqual([]);
  expect(run.leftInDeadLetters).toEqual({});
}

/** One mail per effect; a done effect has its mail, an uncertain one has none (its function died before SES was asked). */
function expectMailsOnce({ clean, loans, mails }: FaultRun): void {
  const sent = countsOf(mails.flatMap(({ tags }) => tags['effectId'] ?? []));
  for (const { messages } of [clean, ...loans]) {
    const mailed = messages.filter(({ channel }) => channel === 'EMAIL');
    expect(new Set(mailed.map(({ effectId }) => effectId)).size).toBe(mailed.length);
    for (const { effectId, status, about } of mailed)
      expect([about, status, sent[effectId] ?? 0]).toEqual([about, status, status === 'DONE' ? 1 : 0]);
    expect(
      mailed.map(({ status }) => status).filter((status) => status !== 'DONE' && status !== 'UNCERTAIN'),
    ).toEqual([]);
  }
  const known = new Set(
    [clean, ...loans].flatMap(({ messages }) => messages.map(({ effectId }) => effectId)),
  );
  expect(Object.keys(sent).filter((effectId) => !known.has(effectId))).toEqual([]);
}

/** What happened, for a person: which kills struck, what nobody can know, and why. */
export function reportOf({ loans, rules, deadLetters, movesOfTheClock }: FaultRun): string {
  const killed = rules.filter(({ effect, hits }) => effect === 'crash' && hits > 0);
  const byFunction = countsOf(killed.map(({ function: name = '' }) => name.replace('keyturn-local-', '')));
  const uncertain = loans.flatMap(({ messages }) => messages.filter(({ status }) => status === 'UNCERTAIN'));
  const others = rules.filter(({ effect, hits }) => effect !== 'crash' && hits > 0);
  return [
    `${loans.length} loans, each message three times and out of order, the clock moved ${movesOfTheClock} times`,
    `${killed.length} processes killed after a write: ${Object.entries(byFunction)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')}`,
    `other faults: ${Object.entries(Object.groupBy(others, ({ effect }) => effect))
      .map(([effect, some = []]) => `${effect} ${some.reduce((all, { hits }) => all + hits, 0)}`)
      .join(', ')}`,
    `${sum(countsOf(uncertain.map(({ channel }) => channel)))} effects uncertain: their function was killed, or the partner refused, between the record and the answer, and the other side cannot be asked: ${JSON.stringify(countsOf(uncertain.map(({ channel, about }) => `${channel} ${about}`)))}`,
    `dead letters, all given back: ${JSON.stringify(deadLetters)}`,
  ].join('\n');
}
