import * as z from 'zod';
import { eventually, expectBody, type KeyturnClient } from '../../../../tools/client/keyturn-client.ts';
import { verdictOf } from '../../../../tools/client/upload.ts';
import { attackFiles } from '../../../../tools/samples/attacks.ts';
import type { Road } from '../../../support/road/road-cloud.ts';
import {
  LoanView,
  newLoan,
  openRoadLoan,
  papersOf,
  type RoadLoan,
  scenarioOf,
  upload,
  viewOf,
} from '../../../support/road/road-loan.ts';

/** A borrower with a co-borrower and an accepted document, and somebody else with a loan of their own. */
export interface Victims {
  loan: RoadLoan;
  documentId: string;
  /** The one whose document it is. */
  owner: KeyturnClient;
  coBorrower: KeyturnClient;
  coBorrowerContactId: string;
  stranger: KeyturnClient;
  strangersLoan: RoadLoan;
}

/** What every attack is given. */
export interface Attack {
  road: Road;
  victims: Victims;
}
export type Attacks = Record<string, (attack: Attack) => Promise<void>>;

export async function openVictims({ cast }: Road): Promise<Victims> {
  const scenario = scenarioOf(1);
  const body = newLoan(scenario);
  const coEmail = 'casey.cosample@example.com';
  const [first] = body.borrowers;
  const second = {
    firstName: 'Casey',
    lastName: 'Cosample',
    email: coEmail,
    statedMonthlyIncomeCents: 411_100,
  };
  const answer = await cast['loan-officer'].post('/v1/loans', { ...body, borrowers: [first, second] });
  const { loanId, parties } = expectBody(answer, 201, LoanView);
  const [contactId = '', coBorrowerContactId = ''] = parties
    .filter(({ kind }) => kind === 'borrower')
    .map((party) => party.contactId);
  const loan = { loanId, contactId, scenario };
  const owner = await cast.borrower(scenario.borrower.email);
  await cast['loan-officer'].post(`/v1/loans/${loanId}/transitions/take-application`, {});
  const [payStub] = await papersOf(scenario);
  const documentId = await upload(owner, loan, payStub!);
  expectBody(await owner.get('/v1/me'), 200, z.unknown());
  const strangersLoan = await openRoadLoan(cast, scenarioOf(2));
  await verdictOf(owner, loanId, documentId, 120_000);
  await eventually(
    'needs',
    async () => ((await viewOf(cast.manager, loanId)).needs.length > 0 ? true : undefined),
    { withinMs: 60_000 },
  );
  return {
    loan,
    documentId,
    owner,
    coBorrower: await cast.borrower(coEmail),
    coBorrowerContactId,
    stranger: await cast.borrower(strangersLoan.scenario.borrower.email),
    strangersLoan,
  };
}

export function attackFile(name: RegExp) {
  const found = attackFiles().find((file) => name.test(file.name));
  if (!found) throw new Error(`no attack file like ${name.source}`);
  return { fileName: found.name, contentType: found.declaredType, bytes: found.bytes };
}
