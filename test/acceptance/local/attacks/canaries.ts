import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { DynamoDBClient, ScanCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Road } from '../../../support/road/road-cloud.ts';
import {
  newLoan,
  openRoadLoan,
  papersOf,
  type RoadLoan,
  scenarioOf,
  upload,
} from '../../../support/road/road-loan.ts';
import { isDrained, settle } from '../../../support/road/settle.ts';

/** Words that stand nowhere else in the repository's samples. */
const personal = ['Zephyrine', 'Quillwort', 'zephyrine.quillwort', '7391 Wyvernholt', '+16145557391'];
const numbers = ['987-65-7391', '987657391'];
const sealed = [...numbers, '1983-07-19'];

/** Stores of the local cloud that stand for somebody else's: mail that went out, partners (an order carries the birth date), the people who can sign in. */
const elsewhere = /^(ses|total-expert|employment-verification|issuer)\./;

export interface Planted {
  loan: RoadLoan;
  deadLetters: number;
}

/** A person whose every word is unique goes along the road; on the way a consumer fails until its messages are dead letters. */
export async function plantCanaries(road: Road): Promise<Planted> {
  const { cast, control } = road;
  await control.addFault({
    effect: 'error',
    function: 'integrations-on-total-expert-sync',
    service: 'dynamodb',
    times: 0,
  });
  const base = scenarioOf(99);
  const scenario = {
    ...base,
    borrower: {
      ...base.borrower,
      firstName: 'Zephyrine',
      lastName: 'Quillwort',
      email: 'zephyrine.quillwort@example.com',
      ssn: '987-65-7391',
      bornOn: '1983-07-19',
      address: { ...base.borrower.address, street: '7391 Wyvernholt Road' },
    },
  };
  const body = newLoan(scenario);
  const [borrower] = body.borrowers;
  const loan = await openRoadLoan(cast, scenario, {
    ...body,
    borrowers: [{ ...borrower, phone: '+16145557391' }],
  });
  await cast['loan-officer'].post(`/v1/loans/${loan.loanId}/transitions/take-application`, {});
  const client = await cast.borrower(scenario.borrower.email);
  for (const file of await papersOf(scenario)) await upload(client, loan, file);
  await cast['loan-officer'].post('/v1/loans', {
    ...body,
    borrowers: [{ ...borrower, ssn: '000-65-7391', unknown: 1 }],
  });
  await cast.compliance.post(`/v1/loans/${loan.loanId}/reveals`, {
    contactId: loan.contactId,
    field: 'ssn',
    reason: 'Wrong',
  });
  const dead = () => Object.entries(control.messages()).filter(([queue]) => /dead|dlq/i.test(queue));
  await settle(road, async () => isDrained(road) && dead().length > 0, { stepSeconds: 120 });
  return { loan, deadLetters: dead().reduce((sum, [, count]) => sum + count, 0) };
}

/** Every place where a planted word stands and must not. */
export async function findCanaries(road: Road, { deadLetters }: Planted): Promise<string[]> {
  const found = [...inStore(road), ...inFiles(road), ...(await inTable(road)), ...inErrors(road)];
  if (deadLetters === 0) found.push('no dead letter was there to look into');
  return found;
}

const whichOf = (words: readonly string[], text: string) => words.filter((word) => text.includes(word));

/** Queues and dead letters, archived events, histories of workflows, schedules, metrics, traces: whatever the cloud keeps. */
function inStore({ stateFolder }: Road): string[] {
  const store = new DatabaseSync(join(stateFolder, 'state.sqlite'), { readOnly: true });
  const found: string[] = [];
  const looked = new Set<string>();
  for (const row of store.prepare('SELECT collection, key, value FROM entries').iterate()) {
    const { collection, key, value } = row as { collection: string; key: string; value: string };
    looked.add(collection.split('.')[0] ?? '');
    const words = elsewhere.test(collection) ? numbers : [...personal, ...sealed];
    for (const word of whichOf(words, `${key} ${value}`)) found.push(`${word} in ${collection}`);
  }
  store.close();
  for (const kept of ['sqs', 'events', 'states', 'scheduler', 'cloudtrail'])
    if (!looked.has(kept)) found.push(`nothing of ${kept} was there to look into`);
  return [...new Set(found)];
}

/** Logs of functions and of the API's accesses; the trail's files and the archive among the objects. */
function inFiles({ stateFolder }: Road): string[] {
  const found: string[] = [];
  const logs = join(stateFolder, 'logs');
  if (!existsSync(join(logs, 'api-access.log'))) found.push('no access log was there to look into');
  for (const name of readdirSync(logs))
    for (const word of whichOf([...personal, ...sealed], readFileSync(join(logs, name), 'utf8')))
      found.push(`${word} in the log ${name}`);
  return [...found, ...inObjects(stateFolder)];
}

/** Papers and what was read of them lie in the documents' buckets; every other object is looked into. */
function inObjects(stateFolder: string): string[] {
  const blobs = join(stateFolder, 'blobs');
  const found: string[] = [];
  for (const name of readdirSync(blobs, { recursive: true, encoding: 'utf8' })) {
    const bytes = readBlob(join(blobs, name));
    const text = bytes?.toString('latin1') ?? '';
    if (text.startsWith('%PDF') || text.startsWith('\x89PNG')) continue;
    const isReading = text.includes('"parts"') || text.includes('"words"') || text.includes('"pages"');
    if (isReading) continue;
    for (const word of whichOf([...personal, ...sealed], text)) found.push(`${word} in an object`);
  }
  return found;
}

function readBlob(path: string): Buffer | undefined {
  try {
    const bytes = readFileSync(path);
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  } catch {
    return undefined;
  }
}

/** Keys, events on their way out and the ledger hold no word at all; sealed values stand in no attribute of any item. */
async function inTable({ cloud }: Road): Promise<string[]> {
  const client = new DynamoDBClient({
    endpoint: cloud.urls.aws,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local-secret' },
  });
  const found: string[] = [];
  for (const table of ['entities', 'audit-ledger']) {
    let start: Record<string, AttributeValue> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new ScanCommand({ TableName: `keyturn-local-${table}`, ...(start && { ExclusiveStartKey: start }) }),
      );
      for (const item of Items) found.push(...inItem(table, item));
      start = LastEvaluatedKey;
    } while (start);
  }
  return [...new Set(found)];
}

function inItem(table: string, item: Record<string, AttributeValue>): string[] {
  const place = `${table} ${item['sk']?.S?.replaceAll(/[0-9A-Z]{26}/g, '…')}`;
  const keys = Object.entries(item).filter(([name]) => /^(pk|sk|gsi\d(pk|sk))$/.test(name));
  const inKeys = whichOf([...personal, ...sealed], JSON.stringify(keys)).map(
    (word) => `${word} in a key of ${place}`,
  );
  const mayName = table === 'entities' && !String(item['pk']?.S).startsWith('OUTBOX#');
  const words = mayName ? sealed : [...personal, ...sealed];
  return [...inKeys, ...whichOf(words, JSON.stringify(item)).map((word) => `${word} in ${place}`)];
}

/** What was refused, told to whoever asked. */
const inErrors = ({ answers }: Road): string[] =>
  answers
    .filter(({ status }) => status >= 400)
    .flatMap(({ method, path, status, body }) =>
      whichOf([...personal, ...sealed, '000-65-7391'], JSON.stringify(body) ?? '').map(
        (word) => `${word} in ${method} ${path} ${status}`,
      ),
    );
