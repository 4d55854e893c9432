import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { expect } from 'vitest';
import { declarationOf, uploadDocument, verdictOf } from '../../../../tools/client/upload.ts';
import { type Attack, attackFile } from './victims.ts';

export interface Bandit {
  name: string;
  file: RegExp;
  /** Refused when it is declared, with this code; or judged after its upload. */
  declared?: string;
  /** The size it is declared with, where that is a lie or the attack itself. */
  sizeBytes?: number;
  state?: 'QUARANTINED' | 'RETURNED';
  says: RegExp;
  /** Whether it left quarantine to be looked into: only what the scanner found clean may. */
  leaves?: boolean;
}

export const banditFiles: Bandit[] = [
  {
    name: 'a file declared with 200 MB is refused before its upload',
    file: /script/,
    sizeBytes: 200 * 1024 * 1024,
    declared: 'FileTooLarge',
    says: /larger than 50 MB/,
  },
  {
    name: 'a virus in a stream of a PDF stays in quarantine',
    file: /eicar/,
    state: 'QUARANTINED',
    says: /threat/,
  },
  {
    name: 'a PDF with a password stays in quarantine',
    file: /encrypted/,
    state: 'QUARANTINED',
    says: /without protection/,
  },
  {
    name: 'a PDF that unpacks to 128 MB is returned',
    file: /zip-bomb/,
    state: 'RETURNED',
    says: /unpacks to far more/,
    leaves: true,
  },
  {
    name: 'a PNG named .pdf is returned',
    file: /picture-named/,
    state: 'RETURNED',
    says: /not what its name says/,
    leaves: true,
  },
  {
    name: 'a picture that promises 60,000 by 60,000 is returned',
    file: /pixel-bomb/,
    state: 'RETURNED',
    says: /too large/,
    leaves: true,
  },
  {
    name: 'an archive behind a PDF is returned',
    file: /two-in-one/,
    state: 'RETURNED',
    says: /something besides/,
    leaves: true,
  },
  { name: 'HEIC is refused before its upload', file: /heic/, declared: 'FileTypeRefused', says: /HEIC/ },
  {
    name: 'a file of 0 bytes is refused before its upload',
    file: /empty/,
    declared: 'FileEmpty',
    says: /empty/,
  },
];

/** Tries one file; checks the answer, the borrower's sentence, and that nothing unclean left quarantine. */
export async function fileCases({ road, victims }: Attack, bandit: Bandit): Promise<void> {
  const { stranger, strangersLoan } = victims;
  const file = attackFile(bandit.file);
  const path = `/v1/loans/${strangersLoan.loanId}/documents`;
  if (bandit.declared !== undefined) {
    const answer = await stranger.post(path, {
      ...declarationOf(file, strangersLoan.contactId),
      ...(bandit.sizeBytes === undefined ? {} : { sizeBytes: bandit.sizeBytes }),
    });
    expect(answer).toMatchObject({
      status: 422,
      body: { code: bandit.declared, detail: expect.stringMatching(bandit.says) },
    });
    return;
  }
  const { documentId, put } = await uploadDocument(
    stranger,
    strangersLoan.loanId,
    strangersLoan.contactId,
    file,
  );
  expect(put?.status).toBe(200);
  const verdict = await verdictOf(stranger, strangersLoan.loanId, documentId, 100_000);
  expect(verdict).toMatchObject({
    state: bandit.state,
    reason: { text: expect.stringMatching(bandit.says) },
  });
  const viewed = await road.cast.processor.get(`${path}/${documentId}/file`);
  expect(viewed.status, 'a link to the file').toBe(bandit.leaves === true ? 200 : 409);
  expect(await isPassed(road, documentId), 'in the bucket of what passed').toBe(bandit.leaves === true);
}

/** Whether the bucket of documents that passed holds the file. */
async function isPassed({ cloud }: Attack['road'], documentId: string): Promise<boolean> {
  const s3 = new S3Client({
    endpoint: cloud.urls.aws,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local-secret' },
  });
  const { Contents = [] } = await s3.send(
    new ListObjectsV2Command({ Bucket: 'keyturn-local-documents-000000000000' }),
  );
  expect(Contents.length, 'the bucket holds what passed').toBeGreaterThan(0);
  return Contents.some(({ Key }) => Key?.includes(documentId));
}
