import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type Answer, eventually, expectBody, type KeyturnClient } from './keyturn-client.ts';

export interface UploadFile {
  fileName: string;
  contentType: string;
  bytes: Uint8Array;
}

export const UploadReply = z.looseObject({
  documentId: z.string(),
  upload: z.looseObject({ url: z.string(), headers: z.record(z.string(), z.string()) }).optional(),
});

export const DocumentView = z.looseObject({
  documentId: z.string(),
  state: z.string(),
  reason: z.looseObject({ code: z.string(), text: z.string() }).optional(),
});
export type DocumentView = z.output<typeof DocumentView>;

export const declarationOf = ({ fileName, contentType, bytes }: UploadFile, ownerContactId: string) => ({
  fileName,
  contentType,
  sizeBytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('base64'),
  ownerContactId,
});

/** Asks for an upload and puts the file through the presigned URL; a file that is there already has no URL. */
export async function uploadDocument(
  client: KeyturnClient,
  loanId: string,
  ownerContactId: string,
  file: UploadFile,
): Promise<{ documentId: string; put: Answer | undefined }> {
  const asked = await client.post(`/v1/loans/${loanId}/documents`, declarationOf(file, ownerContactId));
  const { documentId, upload } = expectBody(asked, asked.status === 200 ? 200 : 201, UploadReply);
  return { documentId, put: upload && (await putFile(upload.url, upload.headers, file.bytes)) };
}

export async function putFile(
  url: string,
  headers: Record<string, string>,
  bytes: Uint8Array,
): Promise<Answer> {
  const {
    host: _,
    'content-length': __,
    ...sent
  } = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const reply = await fetch(url, {
    method: 'PUT',
    headers: sent,
    body: Buffer.from(bytes),
    signal: AbortSignal.timeout(60_000),
  });
  return { status: reply.status, body: await reply.text(), headers: reply.headers };
}

const settled = new Set(['ACCEPTED', 'RETURNED', 'IN_REVIEW', 'QUARANTINED']);

/** Waits until the document has come to rest: accepted, returned, with a person, or quarantined. */
export const verdictOf = (
  client: KeyturnClient,
  loanId: string,
  documentId: string,
  withinMs = 60_000,
): Promise<DocumentView> =>
  eventually(
    `a verdict on ${documentId}`,
    async () => {
      const document = expectBody(
        await client.get(`/v1/loans/${loanId}/documents/${documentId}`),
        200,
        DocumentView,
      );
      return settled.has(document.state) ? document : undefined;
    },
    // Each look is a read of a loan, and on its trail: four a second are many already.
    { withinMs, everyMs: 250 },
  );
