import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { expectBody, type KeyturnClient } from '../../../tools/client/keyturn-client.ts';
import { declarationOf, putFile, UploadReply } from '../../../tools/client/upload.ts';
import { openSampleLoan } from './sample-loan.ts';
import type { Scene } from './scene.ts';

/** One file of each test's own: the same content twice on one loan would be the same document. */
const sampleFile = (text: string) => ({
  fileName: 'sample.pdf',
  contentType: 'application/pdf',
  bytes: new TextEncoder().encode(`%PDF-1.4\n% ${text}\n%%EOF\n`),
});

async function openUpload(caller: KeyturnClient, loanId: string, contactId: string, text: string) {
  const file = sampleFile(text);
  const asked = await caller.post(`/v1/loans/${loanId}/documents`, declarationOf(file, contactId));
  const { documentId, upload } = expectBody(asked, 201, UploadReply);
  if (upload === undefined) throw new Error('no link came with the document');
  return { file, documentId, ...upload };
}

async function linkFor({ cast }: Scene, name: string) {
  const email = cast.address(name);
  const { loanId, contactId } = await openSampleLoan(cast.officer, email);
  const borrower = await cast.signIn('borrowers', email);
  return { borrower, loanId, ...(await openUpload(borrower, loanId, contactId, name)) };
}

const isRefused = expect.toSatisfy((status: number) => status >= 400 && status < 500, 'a refusal');

export const uploads = {
  'a link takes the file it was made for, once': async (scene: Scene) => {
    const { borrower, loanId, documentId, url, headers, file } = await linkFor(scene, 'upload-once');
    expect(await putFile(url, headers, file.bytes)).toMatchObject({ status: 200 });
    expect(await putFile(url, headers, file.bytes)).toMatchObject({ status: isRefused });
    expect(await borrower.get(`/v1/loans/${loanId}/documents/${documentId}`)).toMatchObject({ status: 200 });
  },
  'a link refuses a file of another length': async (scene: Scene) => {
    const { url, headers, file } = await linkFor(scene, 'upload-length');
    const longer = new Uint8Array([...file.bytes, 10]);
    expect(await putFile(url, headers, longer)).toMatchObject({ status: isRefused });
  },
  'a link refuses a file of another type': async (scene: Scene) => {
    const { url, headers, file } = await linkFor(scene, 'upload-type');
    const other = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        name.toLowerCase() === 'content-type' ? 'text/html' : value,
      ]),
    );
    expect(await putFile(url, other, file.bytes)).toMatchObject({ status: isRefused });
  },
  'a checksum other than the declared one is refused': async (scene: Scene) => {
    const { url, headers, file } = await linkFor(scene, 'upload-declared');
    const sha256 = createHash('sha256').update('another file').digest('base64');
    const other = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        name.toLowerCase() === 'x-amz-checksum-sha256' ? sha256 : value,
      ]),
    );
    expect(await putFile(url, other, file.bytes)).toMatchObject({ status: isRefused });
  },
};

/** The storage itself compares what came with the declared checksum. */
export const uploadChecksum = {
  'a link refuses other content of the same length': async (scene: Scene) => {
    const { url, headers, file } = await linkFor(scene, 'upload-content');
    const other = Uint8Array.from(file.bytes, (byte, index) =>
      index === file.bytes.length - 2 ? byte ^ 1 : byte,
    );
    expect(await putFile(url, headers, other)).toMatchObject({ status: isRefused });
  },
};
