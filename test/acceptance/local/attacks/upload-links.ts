import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { expectBody } from '../../../../tools/client/keyturn-client.ts';
import { declarationOf, putFile, UploadReply } from '../../../../tools/client/upload.ts';
import type { Attack, Attacks } from './victims.ts';

const pdfOf = (text: string) => ({
  fileName: 'attack.pdf',
  contentType: 'application/pdf',
  bytes: new TextEncoder().encode(`%PDF-1.4\n% ${text}\n%%EOF\n`),
});

async function linkFor({ victims }: Attack, text: string) {
  const { stranger, strangersLoan } = victims;
  const file = pdfOf(text);
  const asked = await stranger.post(
    `/v1/loans/${strangersLoan.loanId}/documents`,
    declarationOf(file, strangersLoan.contactId),
  );
  const { upload } = expectBody(asked, 201, UploadReply);
  return { file, url: upload!.url, headers: upload!.headers };
}

const withHeader = (headers: Record<string, string>, name: string, value: string) =>
  Object.fromEntries(
    Object.entries(headers).map(([key, old]) => [key, key.toLowerCase() === name ? value : old]),
  );
const refusedAs = (status: number, code: string) => ({
  status,
  body: expect.stringContaining(`<Code>${code}</Code>`),
});

export const uploadLinks: Attacks = {
  'an upload link used twice is refused': async (attack) => {
    const { url, headers, file } = await linkFor(attack, 'twice');
    expect(await putFile(url, headers, file.bytes)).toMatchObject({ status: 200 });
    expect(await putFile(url, headers, file.bytes)).toMatchObject(refusedAs(412, 'PreconditionFailed'));
  },
  'an upload link for another type is refused': async (attack) => {
    const { url, headers, file } = await linkFor(attack, 'type');
    expect(await putFile(url, withHeader(headers, 'content-type', 'text/html'), file.bytes)).toMatchObject(
      refusedAs(403, 'SignatureDoesNotMatch'),
    );
  },
  'an upload link for a longer file is refused': async (attack) => {
    const { url, headers, file } = await linkFor(attack, 'longer');
    expect(await putFile(url, headers, new Uint8Array([...file.bytes, 10]))).toMatchObject(
      refusedAs(403, 'SignatureDoesNotMatch'),
    );
  },
  'an upload link with another checksum is refused': async (attack) => {
    const { url, headers, file } = await linkFor(attack, 'checksum');
    const other = createHash('sha256').update('another').digest('base64');
    expect(await putFile(url, withHeader(headers, 'x-amz-checksum-sha256', other), file.bytes)).toMatchObject(
      refusedAs(403, 'SignatureDoesNotMatch'),
    );
  },
  'an upload link for other content of the same length is refused': async (attack) => {
    const { url, headers, file } = await linkFor(attack, 'content');
    const other = Uint8Array.from(file.bytes, (byte, index) => (index === 12 ? byte ^ 1 : byte));
    expect(await putFile(url, headers, other)).toMatchObject(refusedAs(400, 'BadDigest'));
  },
  'an upload link without its condition or its key of encryption is refused': async (attack) => {
    const { url, headers, file } = await linkFor(attack, 'bare');
    for (const name of ['if-none-match', 'x-amz-server-side-encryption-aws-kms-key-id']) {
      const bare = Object.fromEntries(Object.entries(headers).filter(([key]) => key.toLowerCase() !== name));
      expect(await putFile(url, bare, file.bytes)).toMatchObject({ status: 403 });
    }
  },
  'an upload link for another key of the bucket, or to read is refused': async (attack) => {
    const { url, headers, file } = await linkFor(attack, 'elsewhere');
    const elsewhere = new URL(url);
    elsewhere.pathname = elsewhere.pathname.replace(/doc_[0-9A-Z]+/, 'doc_01JD0000000000000000000000');
    expect(await putFile(elsewhere.href, headers, file.bytes)).toMatchObject(
      refusedAs(403, 'SignatureDoesNotMatch'),
    );
    expect((await fetch(url)).status).toBe(403);
  },
  'an upload link used later is refused': async (attack) => {
    const { url, headers, file } = await linkFor(attack, 'later');
    attack.road.control.advanceSeconds(301);
    expect(await putFile(url, headers, file.bytes)).toMatchObject(refusedAs(403, 'AccessDenied'));
  },
};
