import * as z from 'zod';
import { eventually, expectBody } from '../client/keyturn-client.ts';
import { type UploadFile, uploadDocument, verdictOf } from '../client/upload.ts';
import { loanRequest } from '../samples/loan-request.ts';
import type { SampleScenario } from '../samples/scenario.ts';
import type { Cast } from './cast.ts';
import { attack, borrowersFiles, ownFile, strangersPayStub } from './sample-files.ts';
import { dollars, seconds, type Timeline } from './timeline.ts';

const LoanView = z.looseObject({
  loanId: z.string(),
  loanNumber: z.string(),
  stage: z.string(),
  missingItems: z.array(z.string()),
  parties: z.array(z.looseObject({ contactId: z.string(), kind: z.string() })),
  needs: z.array(z.looseObject({ kind: z.string(), status: z.string() })),
});
type LoanView = z.output<typeof LoanView>;

export interface Stage {
  cast: Cast;
  scenario: SampleScenario;
  say: Timeline;
}

export interface OpenedLoan {
  loanId: string;
  borrowerContactId: string;
  loanNumber: string;
}

export async function openLoan({ cast, scenario, say }: Stage): Promise<OpenedLoan> {
  const { loan } = scenario;
  const body = loanRequest(scenario, 'robin.placeholder@example.com');
  const key = `demo-${scenario.borrower.email}-open`;
  const officer = cast['loan-officer'];
  const first = await officer.post('/v1/loans', body, { key });
  const { loanId, loanNumber, parties } = expectBody(first, 201, LoanView);
  say.say(
    'officer',
    `opens loan ${loanNumber}`,
    `${dollars(loan.amountCents)} to buy at ${dollars(loan.propertyValueCents)}`,
  );
  const again = await officer.post('/v1/loans', body, { key });
  const other = await officer.post('/v1/loans', { ...body, amountCents: 1_000_00 }, { key });
  say.more(
    `asked again with the same Idempotency-Key: ${again.status}, the same loan ${expectBody(again, 201, LoanView).loanId === loanId}; another body under it: ${other.status}`,
  );
  return {
    loanId,
    loanNumber,
    borrowerContactId: parties.find(({ kind }) => kind === 'borrower')?.contactId ?? '',
  };
}

export async function apply({ cast, say }: Stage, { loanId }: OpenedLoan): Promise<void> {
  const officer = cast['loan-officer'];
  const refused = await officer.post(`/v1/loans/${loanId}/transitions/fund`, {});
  say.say('officer', 'tries to fund it straight away', `${refused.status} ${codeOf(refused.body)}`);
  expectBody(await officer.post(`/v1/loans/${loanId}/transitions/take-application`, {}), 200, z.unknown());
  say.say(
    'officer',
    'takes the application',
    'no document is asked for: the Loan Estimate comes first (12 CFR 1026.19(e)(2)(iii))',
  );
  await stageReached(cast, loanId, 'PROCESSING');
  say.say('keyturn', 'the six items are complete: the stage machine moves the loan to PROCESSING');
  const loan = await eventually('open needs', async () => {
    const view = await viewOf(cast, loanId);
    return view.needs.length > 0 ? view : undefined;
  });
  say.say('keyturn', `asks, each thing once: ${loan.needs.map(({ kind }) => kind).join(', ')}`);
}

export async function signInBorrower({ cast, scenario, say }: Stage) {
  const borrower = await cast.borrower(scenario.borrower.email);
  expectBody(await borrower.get('/v1/me'), 200, z.unknown());
  say.say(
    'borrower',
    'signs in with the invited address',
    'bound to the contact on the first sign-in, on the trail',
  );
  return borrower;
}

const Parts = z.looseObject({
  parts: z
    .array(
      z.looseObject({
        type: z.string(),
        fields: z
          .array(
            z.looseObject({
              name: z.string(),
              printed: z.string().optional(),
              page: z.int(),
              engine: z.string(),
            }),
          )
          .optional(),
      }),
    )
    .optional(),
});

export async function send(stage: Stage, loan: OpenedLoan, what: string, file: UploadFile) {
  const { cast, scenario, say } = stage;
  const borrower = await cast.borrower(scenario.borrower.email);
  const started = performance.now();
  const { documentId, put } = await uploadDocument(borrower, loan.loanId, loan.borrowerContactId, file);
  if (put && put.status !== 200)
    throw new Error(`the upload of ${what} was answered ${put.status}: ${String(put.body).slice(0, 300)}`);
  const verdict = await verdictOf(borrower, loan.loanId, documentId);
  say.say('borrower', `uploads ${what}`, `${(file.bytes.length / 1024).toFixed(0)} kB`);
  say.say(
    'keyturn',
    `${verdict.state.toLowerCase().replaceAll('_', ' ')} after ${seconds(performance.now() - started)}`,
    verdict.reason?.text,
  );
  await showReading(stage, loan, documentId);
  return { documentId, state: verdict.state, milliseconds: performance.now() - started };
}

/** A few values with the place on the page that they came from, as staff see them. */
async function showReading({ cast, say }: Stage, { loanId }: OpenedLoan, documentId: string): Promise<void> {
  const answer = await cast.processor.get(`/v1/loans/${loanId}/documents/${documentId}`);
  const parsed = Parts.safeParse(answer.body);
  for (const part of (parsed.success ? parsed.data.parts : undefined) ?? []) {
    const shown = (part.fields ?? [])
      .filter(
        ({ name, printed }) =>
          printed !== undefined && /gross|wages|balance|period|pay_?date|year/i.test(name),
      )
      .slice(0, 3);
    const engines = [...new Set((part.fields ?? []).map(({ engine }) => engine))].join(', ');
    if (shown.length > 0)
      say.more(
        `${part.type} by ${engines}: ${shown.map(({ name, printed, page }) => `${name} ${printed} (page ${page})`).join('; ')}`,
      );
  }
}

export async function uploads(stage: Stage, loan: OpenedLoan, document: string | undefined): Promise<void> {
  const files = await borrowersFiles(stage.scenario);
  await send(stage, loan, 'a pay stub with a text layer', files.payStub);
  await refusals(stage, loan, files.payStub);
  await send(stage, loan, 'a W-2 as a scan: OCR reads it', files.w2Scan);
  await send(stage, loan, 'a bank statement of several pages', files.bankStatement);
  const licence = await send(stage, loan, "a driver's license as a picture", files.licencePhoto);
  if (licence.state === 'IN_REVIEW') await review(stage, loan, licence.documentId, 'accept');
  const other = await send(stage, loan, "somebody else's pay stub", await strangersPayStub(stage.scenario));
  if (other.state === 'IN_REVIEW') await review(stage, loan, other.documentId, 'return');
  if (document !== undefined) await send(stage, loan, `your own file ${document}`, await ownFile(document));
}

async function refusals(stage: Stage, loan: OpenedLoan, payStub: UploadFile): Promise<void> {
  const { cast, scenario, say } = stage;
  const borrower = await cast.borrower(scenario.borrower.email);
  const again = await uploadDocument(borrower, loan.loanId, loan.borrowerContactId, payStub);
  say.say(
    'borrower',
    'uploads the same pay stub again',
    again.put === undefined ? 'the same content is the same document: nothing to send' : 'sent twice',
  );
  await send(stage, loan, 'a file that a virus scanner knows', attack(/eicar/));
  await send(stage, loan, 'a PDF with a password', attack(/encrypted/));
}

/** A person of the branch looks at what the rules would not decide. */
async function review(
  { cast, say }: Stage,
  { loanId }: OpenedLoan,
  documentId: string,
  decision: 'accept' | 'return',
): Promise<void> {
  const body =
    decision === 'accept'
      ? { decision, reasonCode: 'ReadByPerson' }
      : { decision, reasonCode: 'WrongPerson' };
  expectBody(
    await cast.processor.post(`/v1/loans/${loanId}/documents/${documentId}/review`, body),
    202,
    z.unknown(),
  );
  say.say(
    'processor',
    decision === 'accept' ? 'looks at it and accepts' : 'looks at it and sends it back',
    'the waiting machine goes on',
  );
  await verdictOrMove(cast, loanId, documentId);
}

const verdictOrMove = (cast: Cast, loanId: string, documentId: string) =>
  eventually('the review to take effect', async () => {
    const { state } = expectBody(
      await cast.processor.get(`/v1/loans/${loanId}/documents/${documentId}`),
      200,
      z.looseObject({ state: z.string() }),
    );
    return state === 'IN_REVIEW' ? undefined : state;
  });

export const viewOf = async (cast: Cast, loanId: string): Promise<LoanView> =>
  expectBody(await cast.manager.get(`/v1/loans/${loanId}`), 200, LoanView);

export const stageReached = (cast: Cast, loanId: string, stage: string): Promise<LoanView> =>
  eventually(
    `stage ${stage}`,
    async () => {
      const view = await viewOf(cast, loanId);
      return view.stage === stage ? view : undefined;
    },
    { withinMs: 45_000, everyMs: 150 },
  );

export const codeOf = (body: unknown): string => {
  const parsed = z.looseObject({ code: z.string() }).safeParse(body);
  return parsed.success ? parsed.data.code : '';
};
