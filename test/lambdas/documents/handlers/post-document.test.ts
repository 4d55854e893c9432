import { describe, expect, it } from 'vitest';
import type { Principal } from '../../../../lambdas/shared/actor.ts';
import { ledgerOf } from '../../../support/fake-kernel.ts';
import { callDocuments } from './call.ts';
import { asBorrower, avery, blair, content, loanId, officer, sha256Of, stage } from './stage.ts';

const base = `/v1/loans/${loanId}/documents`;
const upload = {
  fileName: 'stub.pdf',
  contentType: 'application/pdf',
  sizeBytes: content.length,
  sha256: sha256Of(content),
};
type Deps = Awaited<ReturnType<typeof stage>>;
let keyCount = 0;
const ask = (
  deps: Deps,
  body: object,
  as: Principal = asBorrower(avery),
  key = `upload-key-${(keyCount += 1)}`,
) => callDocuments(deps, { method: 'POST', path: base, as, body, headers: { 'idempotency-key': key } });

async function setState(deps: Deps, id: unknown, state: string) {
  const item = await deps.document(String(id));
  await deps.storage.write({ kind: 'put', item: { ...item!, state } });
}

describe('asking to upload', () => {
  it.each(['FUNDED', 'WITHDRAWN', 'DENIED'] as const)(
    'is refused by name of the rule for a loan that is %s, and nothing is kept',
    async (ended) => {
      const deps = await stage();
      await deps.moveLoan(ended);
      const { status, body } = await ask(deps, upload);
      expect([status, body['code'], body['facts']]).toEqual([409, 'LoanEnded', { stage: ended }]);
      expect(deps.storage.all().filter(({ sk }) => sk.startsWith('DOCUMENT#'))).toEqual([]);
    },
  );

  it('is refused for a loan that ends between the look and the write, and for content that is here already', async () => {
    const deps = await stage();
    await ask(deps, upload);
    const commit: typeof deps.commit = async (change) => {
      await deps.moveLoan('WITHDRAWN');
      return deps.commit(change);
    };
    expect((await ask({ ...deps, commit }, upload)).body['code']).toBe('LoanEnded');
    expect((await ask(deps, upload)).status).toBe(409);
  });

  it.each(['APPLICATION', 'CLEAR_TO_CLOSE'] as const)('is open while a loan is in %s', async (open) => {
    const deps = await stage();
    await deps.moveLoan(open);
    expect((await ask(deps, upload)).status).toBe(201);
  });

  it('opens a document of the borrower with a link for five minutes', async () => {
    const deps = await stage();
    const { status, body } = await ask(deps, upload);
    expect(status).toBe(201);
    expect(body['upload']).toMatchObject({ method: 'PUT', expiresAt: '2026-11-21T15:05:00.000Z' });
    expect(await deps.document(String(body['documentId']))).toMatchObject({
      state: 'REQUESTED',
      ownerContactId: avery,
      uploadedBy: avery,
    });
  });

  it('puts no name, no hash and no address into keys or the trail', async () => {
    const deps = await stage();
    await ask(deps, { ...upload, fileName: 'Avery Sample.pdf' });
    const keysWritten = deps.storage.all().map(({ pk, sk }) => `${pk} ${sk}`);
    const trail = JSON.stringify(ledgerOf(deps.storage, `LOAN#${loanId}`));
    expect(`${keysWritten.join()} ${trail}`).not.toMatch(/Avery|Sample\.pdf/);
    expect(keysWritten.join()).not.toContain(upload.sha256);
  });

  it('gives the same answer to the same key, and another body under it is refused', async () => {
    const deps = await stage();
    const first = await ask(deps, upload, asBorrower(avery), 'the-same-key');
    expect((await ask(deps, upload, asBorrower(avery), 'the-same-key')).body).toEqual(first.body);
    const other = await ask(deps, { ...upload, fileName: 'other.pdf' }, asBorrower(avery), 'the-same-key');
    expect(other.status).toBe(409);
  });

  it('gives the same document another link while nothing has come', async () => {
    const deps = await stage();
    const first = await ask(deps, upload);
    deps.clock.advance(120_000);
    const second = await ask(deps, upload);
    expect([second.status, second.body['documentId']]).toEqual([201, first.body['documentId']]);
    expect((await deps.document(String(first.body['documentId'])))?.['uploadUntil']).toBe(
      '2026-11-21T15:07:00.000Z',
    );
  });

  it('gives the content a new document when the link was not used in time, or its scan was never told of', async () => {
    const deps = await stage();
    const first = await ask(deps, upload);
    deps.clock.advance(3600_000);
    const second = await ask(deps, upload);
    expect(second.status).toBe(201);
    expect(second.body['documentId']).not.toBe(first.body['documentId']);
    expect((await ask(deps, upload)).body['documentId']).toBe(second.body['documentId']);
  });

  it.each(['READING', 'IN_REVIEW', 'ACCEPTED'])(
    'answers with the document that has the content, when it is %s',
    async (state) => {
      const deps = await stage();
      const { body } = await ask(deps, upload);
      await setState(deps, body['documentId'], state);
      const again = await ask(deps, upload);
      expect([again.status, again.body]).toEqual([
        200,
        { documentId: body['documentId'], duplicateOf: true },
      ]);
    },
  );

  it.each(['RETURNED', 'QUARANTINED'])('opens a new document after one that was %s', async (state) => {
    const deps = await stage();
    const { body } = await ask(deps, upload);
    await setState(deps, body['documentId'], state);
    const again = await ask(deps, upload);
    expect(again.status).toBe(201);
    expect(again.body['documentId']).not.toBe(body['documentId']);
    expect((await ask(deps, upload)).body['documentId']).toBe(again.body['documentId']);
  });

  it("keeps another borrower's same content a document of its own", async () => {
    const deps = await stage();
    const mine = await ask(deps, upload);
    await setState(deps, mine.body['documentId'], 'ACCEPTED');
    expect((await ask(deps, upload, asBorrower(blair))).status).toBe(201);
  });

  it('makes one document of two requests at once', async () => {
    const deps = await stage();
    const replies = await Promise.all([ask(deps, upload), ask(deps, upload)]);
    expect(new Set(replies.map(({ body }) => body['documentId'])).size).toBe(1);
  });

  it.each([
    ['200 MB', { sizeBytes: 200 * 1024 * 1024 }, 422, 'FileTooLarge'],
    ['HEIC', { contentType: 'image/heic' }, 422, 'FileTypeRefused'],
    ['a web page', { contentType: 'text/html' }, 422, 'FileTypeRefused'],
    ['a path for a name', { fileName: '../../etc/passwd' }, 422, 'FileNameRefused'],
    ['an ending that is turned around', { fileName: 'stub\u202Efdp.exe' }, 422, 'FileNameRefused'],
    ['an empty file', { sizeBytes: 0 }, 422, 'FileEmpty'],
    ['a hash in another form', { sha256: 'abc' }, 400, 'InvalidRequest'],
    ['a field of its own', { key: 'loans/x' }, 400, 'InvalidRequest'],
  ])('refuses %s', async (_title, over, status, code) => {
    const deps = await stage();
    const reply = await ask(deps, { ...upload, ...over });
    expect([reply.status, reply.body['code']]).toEqual([status, code]);
    expect(deps.storage.all().some(({ sk }) => sk.startsWith('DOCUMENT#'))).toBe(false);
  });

  it("lets staff upload for a borrower of the loan and for nobody else's, and a borrower for themselves alone", async () => {
    const deps = await stage();
    expect((await ask(deps, { ...upload, ownerContactId: blair }, officer)).status).toBe(201);
    expect((await ask(deps, upload, officer)).body['code']).toBe('OwnerRefused');
    const stranger = 'cont_01JD0000000000000000000099';
    expect((await ask(deps, { ...upload, ownerContactId: stranger }, officer)).body['code']).toBe(
      'OwnerRefused',
    );
    expect((await ask(deps, { ...upload, ownerContactId: avery }, asBorrower(blair))).status).toBe(404);
  });
});
