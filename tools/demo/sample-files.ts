import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { UploadFile } from '../client/upload.ts';
import { attackFiles } from '../samples/attacks.ts';
import { driversLicencePdf } from '../samples/identity-and-forms.ts';
import { bankStatementPdf } from '../samples/bank-statement.ts';
import { payStubPdf } from '../samples/pay-stub.ts';
import { scanPdf, scanPngs } from '../samples/scan.ts';
import type { SampleScenario } from '../samples/scenario.ts';
import { w2Pdf } from '../samples/w2.ts';

const pdf = (fileName: string, bytes: Uint8Array): UploadFile => ({
  fileName,
  contentType: 'application/pdf',
  bytes,
});

/** The borrower's files: two with a text layer, two as scans, so that OCR is really used. */
export async function borrowersFiles(scenario: SampleScenario) {
  const [licence] = await scanPngs(await driversLicencePdf(scenario));
  if (!licence) throw new Error('the licence has no page');
  return {
    payStub: pdf('pay-stub.pdf', await payStubPdf(scenario)),
    w2Scan: pdf('w2-scan.pdf', await scanPdf(await w2Pdf(scenario))),
    bankStatement: pdf('bank-statement.pdf', await bankStatementPdf(scenario)),
    licencePhoto: { fileName: 'licence.png', contentType: 'image/png', bytes: licence } satisfies UploadFile,
  };
}

/** A pay stub of somebody else: readable, true, and not the borrower's. */
export const strangersPayStub = async (scenario: SampleScenario): Promise<UploadFile> =>
  pdf(
    'pay-stub-2.pdf',
    await payStubPdf({
      ...scenario,
      borrower: { ...scenario.borrower, firstName: 'Sidney', lastName: 'Otherperson' },
    }),
  );

export function attack(name: RegExp): UploadFile {
  const found = attackFiles().find((file) => name.test(file.name));
  if (!found) throw new Error(`no attack file like ${name.source}`);
  return { fileName: found.name, contentType: found.declaredType, bytes: found.bytes };
}

const typeOf: Record<string, string> = {
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.tif': 'image/tiff',
  '.tiff': 'image/tiff',
};

/** The reader's own file. */
export async function ownFile(path: string): Promise<UploadFile> {
  const contentType = typeOf[extname(path).toLowerCase()];
  if (contentType === undefined) throw new Error(`${path}: a document is a PDF, PNG, JPEG or TIFF`);
  return { fileName: path.split('/').at(-1) ?? path, contentType, bytes: await readFile(path) };
}

export function outputFolder(): string {
  const folder = join('.keyturn', 'demo-output');
  mkdirSync(folder, { recursive: true });
  return folder;
}
