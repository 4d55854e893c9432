import * as z from 'zod';
import { expectBody, type KeyturnClient } from '../../../tools/client/keyturn-client.ts';
import { type UploadFile, UploadReply, declarationOf, putFile } from '../../../tools/client/upload.ts';
import { bankStatementPdf } from '../../../tools/samples/bank-statement.ts';
import { driversLicencePdf } from '../../../tools/samples/identity-and-forms.ts';
import { payStubPdf } from '../../../tools/samples/pay-stub.ts';
import { loanRequest } from '../../../tools/samples/loan-request.ts';
import { AVERY_SAMPLE, type SampleScenario } from '../../../tools/samples/scenario.ts';
import { w2Pdf } from '../../../tools/samples/w2.ts';
import type { RoadCast } from './road-cast.ts';

export const LoanView = z.looseObject({
  loanId: z.string(),
  loanNumber: z.string(),
  stage: z.string(),
  entry: z.int(),
  version: z.int(),
  parties: z.array(z.looseObject({ contactId: z.string(), kind: z.string() })),
  needs: z.array(
    z.looseObject({ needId: z.string(), kind: z.string(), status: z.string(), stage: z.string() }),
  ),
});
export type LoanView = z.output<typeof LoanView>;

export interface RoadLoan {
  loanId: string;
  contactId: string;
  scenario: SampleScenario;
}

/** The nth invented borrower: all different, each with papers that agree. */
export function scenarioOf(ordinal: number): SampleScenario {
  const letters = ordinal
    .toString(26)
    .replaceAll(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)));
  const { borrower } = AVERY_SAMPLE;
  return {
    ...AVERY_SAMPLE,
    borrower: {
      ...borrower,
      lastName: `Sample${letters}`,
      email: `avery.sample${ordinal}@example.com`,
      ssn: `987-65-${String(1000 + ordinal)}`,
    },
  };
}

export const newLoan = (scenario: SampleScenario) =>
  loanRequest(scenario, `agent.of.${scenario.borrower.email}`);

export async function openRoadLoan(
  cast: RoadCast,
  scenario: SampleScenario,
  body: object = newLoan(scenario),
): Promise<RoadLoan> {
  const { loanId, parties } = expectBody(await cast['loan-officer'].post('/v1/loans', body), 201, LoanView);
  const contactId = parties.find(({ kind }) => kind === 'borrower')?.contactId;
  if (contactId === undefined) throw new Error('the loan was opened without its borrower');
  return { loanId, contactId, scenario };
}

export const viewOf = async (client: KeyturnClient, loanId: string): Promise<LoanView> =>
  expectBody(await client.get(`/v1/loans/${loanId}`), 200, LoanView);

/** The four papers that PROCESSING asks for, each with a text layer. */
export async function papersOf(scenario: SampleScenario): Promise<UploadFile[]> {
  const pdf = async (fileName: string, bytes: Promise<Uint8Array>): Promise<UploadFile> => ({
    fileName,
    contentType: 'application/pdf',
    bytes: await bytes,
  });
  return Promise.all([
    pdf('pay-stub.pdf', payStubPdf(scenario)),
    pdf('w2.pdf', w2Pdf(scenario)),
    pdf('bank-statement.pdf', bankStatementPdf(scenario)),
    pdf('licence.pdf', driversLicencePdf(scenario)),
  ]);
}

/** Uploads as a client does that is not heard at once: a link that was lost or has expired is asked for again. */
export async function upload(client: KeyturnClient, loan: RoadLoan, file: UploadFile): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    const asked = await client.post(
      `/v1/loans/${loan.loanId}/documents`,
      declarationOf(file, loan.contactId),
    );
    const { documentId, upload: link } = expectBody(asked, asked.status === 200 ? 200 : 201, UploadReply);
    if (link === undefined) return documentId;
    const put = await putFile(link.url, link.headers, file.bytes);
    if (put.status === 200 || put.status === 412) return documentId;
    if (tries >= 5)
      throw new Error(`the upload was answered ${put.status}: ${String(put.body).slice(0, 200)}`);
  }
}
