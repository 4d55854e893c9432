/**
 * The key grammar of the single table `entities` and of `audit-ledger`. Keys hold ids, enum values, instants and keyed
 * MACs only: CloudTrail writes them in clear.
 *
 * | access pattern                        | index    | key                                             |
 * |---------------------------------------|----------|-------------------------------------------------|
 * | a loan with all its parts             | table    | LOAN#<loanId> / *                               |
 * | an officer's pipeline by stage        | gsi1     | OFFICER#<userId> / STAGE#<stage>#<loanId>       |
 * | a branch's pipeline by stage          | gsi2     | BRANCH#<branchId> / STAGE#<stage>#<loanId>      |
 * | everyone's pipeline by stage, by time of its last move | gsi2 | PIPELINE#<stage>#<shard> / <at>#<loanId> |
 * | a contact's loans                     | gsi1     | CONTACT#<contactId> / LOAN#<loanId>             |
 * | tasks of a branch, by due time        | gsi1     | TASKS#<branchId> / DUE#<dueAt>#<taskId>         |
 * | effects that are uncertain or pending | gsi1     | EFFECTS#<status> / <at>#<effectId>              |
 * | find by external id                   | table    | EXTERNAL#<system>#<mac> / EXTERNAL              |
 * | what a partner holds of a loan        | table    | LOAN#<loanId> / SYNC#<partner>#<recordId>       |
 * | a partner's shared state (all workers) | table   | PARTNER#<partner> / TOKEN, WINDOW, BREAKER, NIGHT |
 * | a contact, its channels, its data key | table    | CONTACT#<contactId> / *                         |
 * | guesses at a contact's sealed fields  | table    | CONTACT#<contactId> / GUESSES#<actor>#<yyyy-mm-dd> |
 * | a contact by e-mail                   | table    | EMAIL#<mac> / EMAIL                             |
 * | a person who signs in                 | table    | PRINCIPAL#<mac of issuer and sub> / PRINCIPAL   |
 * | a staff user                          | table    | USER#<userId> / USER                            |
 * | users of a branch                     | gsi1     | USERS#<branchId> / <userId>                     |
 * | an idempotency record                 | table    | IDEMPOTENCY#<mac> / IDEMPOTENCY                 |
 * | a handled event (consumers)           | table    | HANDLED#<consumer>#<eventId> / HANDLED          |
 * | ledger of a subject                   | ledger   | <subject> / <seq, 10 digits>                    |
 * | reads of a subject                    | ledger   | READS#<subject> / <at>#<entryId>                |
 * | ledger by actor                       | ledger gsi1 | ACTOR#<actor> / <at>#<entryId>               |
 * | ledger by day (sharded)               | ledger gsi2 | DAY#<yyyy-mm-dd>#<shard> / <at>#<entryId>    |
 */

export interface Key {
  pk: string;
  sk: string;
}

export const gsi1 = 'gsi1';
export const gsi2 = 'gsi2';

export const pipelineShards = 8;
export const ledgerDayShards = 4;

/** A small stable spread of ids over shards. */
export function shardOf(id: string, shards: number): number {
  let hash = 0;
  for (const char of id) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003;
  return hash % shards;
}

export type Subject = `LOAN#${string}` | `CONTACT#${string}` | `USER#${string}` | `SYSTEM#${string}`;

export const loanSubject = (loanId: string): Subject => `LOAN#${loanId}`;
export const contactSubject = (contactId: string): Subject => `CONTACT#${contactId}`;
export const userSubject = (userId: string): Subject => `USER#${userId}`;

export const keys = {
  loan: (loanId: string): Key => ({ pk: `LOAN#${loanId}`, sk: 'LOAN' }),
  loanAccess: (loanId: string): Key => ({ pk: `LOAN#${loanId}`, sk: 'ACCESS' }),
  loanSummary: (loanId: string): Key => ({ pk: `LOAN#${loanId}`, sk: 'SUMMARY' }),
  party: (loanId: string, contactId: string): Key => ({ pk: `LOAN#${loanId}`, sk: `PARTY#${contactId}` }),
  need: (loanId: string, needId: string): Key => ({ pk: `LOAN#${loanId}`, sk: `NEED#${needId}` }),
  stageEntry: (loanId: string, stage: string, entry: number): Key => ({
    pk: `LOAN#${loanId}`,
    sk: `ENTRY#${stage}#${entry}`,
  }),
  document: (loanId: string, documentId: string): Key => ({
    pk: `LOAN#${loanId}`,
    sk: `DOCUMENT#${documentId}`,
  }),
  documentFacts: (loanId: string, documentId: string, part: number): Key => ({
    pk: `LOAN#${loanId}`,
    sk: `FACTS#${documentId}#${part}`,
  }),
  documentContent: (loanId: string, sha256: string): Key => ({
    pk: `LOAN#${loanId}`,
    sk: `CONTENT#${sha256}`,
  }),
  task: (loanId: string, taskId: string): Key => ({ pk: `LOAN#${loanId}`, sk: `TASK#${taskId}` }),
  verification: (loanId: string, verificationId: string): Key => ({
    pk: `LOAN#${loanId}`,
    sk: `VERIFICATION#${verificationId}`,
  }),
  income: (loanId: string, contactId: string): Key => ({ pk: `LOAN#${loanId}`, sk: `INCOME#${contactId}` }),
  calculation: (loanId: string, calculationId: string): Key => ({
    pk: `LOAN#${loanId}`,
    sk: `CALCULATION#${calculationId}`,
  }),
  effect: (loanId: string, effectId: string): Key => ({ pk: `LOAN#${loanId}`, sk: `EFFECT#${effectId}` }),
  contact: (contactId: string): Key => ({ pk: `CONTACT#${contactId}`, sk: 'CONTACT' }),
  contactChannels: (contactId: string): Key => ({ pk: `CONTACT#${contactId}`, sk: 'CHANNELS' }),
  sealedGuesses: (contactId: string, actor: string, day: string): Key => ({
    pk: `CONTACT#${contactId}`,
    sk: `GUESSES#${actor}#${day}`,
  }),
  dataKey: (subject: Subject): Key => ({ pk: subject, sk: 'DATAKEY' }),
  ledgerHead: (subject: Subject): Key => ({ pk: subject, sk: 'LEDGERHEAD' }),
  email: (mac: string): Key => ({ pk: `EMAIL#${mac}`, sk: 'EMAIL' }),
  principal: (mac: string): Key => ({ pk: `PRINCIPAL#${mac}`, sk: 'PRINCIPAL' }),
  user: (userId: string): Key => ({ pk: `USER#${userId}`, sk: 'USER' }),
  external: (system: string, mac: string): Key => ({ pk: `EXTERNAL#${system}#${mac}`, sk: 'EXTERNAL' }),
  idempotency: (mac: string): Key => ({ pk: `IDEMPOTENCY#${mac}`, sk: 'IDEMPOTENCY' }),
  handled: (consumer: string, eventId: string): Key => ({
    pk: `HANDLED#${consumer}#${eventId}`,
    sk: 'HANDLED',
  }),
  outbox: (eventId: string): Key => ({ pk: `OUTBOX#${eventId}`, sk: 'OUTBOX' }),
  partnerRecord: (loanId: string, partner: string, recordId: string): Key => ({
    pk: `LOAN#${loanId}`,
    sk: `SYNC#${partner}#${recordId}`,
  }),
  partnerState: (partner: string, thing: string): Key => ({ pk: `PARTNER#${partner}`, sk: thing }),
  ledgerEntry: (subject: Subject, seq: number): Key => ({ pk: subject, sk: String(seq).padStart(10, '0') }),
  readEntry: (subject: Subject, at: string, entryId: string): Key => ({
    pk: `READS#${subject}`,
    sk: `${at}#${entryId}`,
  }),
} as const;

export const indexKeys = {
  officerPipeline: (userId: string, stage: string, loanId: string) => ({
    gsi1pk: `OFFICER#${userId}`,
    gsi1sk: `STAGE#${stage}#${loanId}`,
  }),
  branchPipeline: (branchId: string, stage: string, loanId: string) => ({
    gsi2pk: `BRANCH#${branchId}`,
    gsi2sk: `STAGE#${stage}#${loanId}`,
  }),
  /** By the instant of its last move, so that of the closed files, which grow for ever, the recent ones can be read alone. */
  pipeline: (stage: string, stageChangedAt: string, loanId: string) => ({
    gsi2pk: `PIPELINE#${stage}#${shardOf(loanId, pipelineShards)}`,
    gsi2sk: `${stageChangedAt}#${loanId}`,
  }),
  contactLoans: (contactId: string, loanId: string) => ({
    gsi1pk: `CONTACT#${contactId}`,
    gsi1sk: `LOAN#${loanId}`,
  }),
  branchTasks: (branchId: string, dueAt: string, taskId: string) => ({
    gsi1pk: `TASKS#${branchId}`,
    gsi1sk: `DUE#${dueAt}#${taskId}`,
  }),
  effectsByStatus: (status: string, at: string, effectId: string) => ({
    gsi1pk: `EFFECTS#${status}`,
    gsi1sk: `${at}#${effectId}`,
  }),
  branchUsers: (branchId: string, userId: string) => ({ gsi1pk: `USERS#${branchId}`, gsi1sk: userId }),
  outboxByDay: (at: string, eventId: string) => ({
    gsi2pk: `OUTBOX#${at.slice(0, 10)}#${shardOf(eventId, ledgerDayShards)}`,
    gsi2sk: `${at}#${eventId}`,
  }),
  ledgerByActor: (actor: string, at: string, entryId: string) => ({
    gsi1pk: `ACTOR#${actor}`,
    gsi1sk: `${at}#${entryId}`,
  }),
  ledgerByDay: (day: string, at: string, entryId: string) => ({
    gsi2pk: `DAY#${day}#${shardOf(entryId, ledgerDayShards)}`,
    gsi2sk: `${at}#${entryId}`,
  }),
} as const;

/** Where the outbox items of a day are listed, for telling them again after an outage. */
export const outboxDayPartitions = (day: string): string[] =>
  Array.from({ length: ledgerDayShards }, (_, shard) => `OUTBOX#${day}#${shard}`);
