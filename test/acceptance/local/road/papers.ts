import { expect } from 'vitest';
import * as z from 'zod';
import { expectBody } from '../../../../tools/client/keyturn-client.ts';
import { uploadDocument, verdictOf } from '../../../../tools/client/upload.ts';
import { borrowersFiles } from '../../../../tools/demo/sample-files.ts';
import type { Road } from '../../../support/road/road-cloud.ts';
import { given, needStatus, type Scenes, type Steps, untilLoan } from './scenes.ts';

/** Three seconds on an idle machine; a test shares it with others. */
const textLayerMs = 20_000;

async function send(
  road: Road,
  scenes: Scenes,
  which: 'payStub' | 'w2Scan' | 'bankStatement' | 'licencePhoto',
) {
  const { loanId, contactId, scenario } = given(scenes.main, 'the loan');
  const borrower = await road.cast.borrower(scenario.borrower.email);
  const files = await borrowersFiles(scenario);
  const { documentId, put } = await uploadDocument(borrower, loanId, contactId, files[which]);
  const started = performance.now();
  const verdict = await verdictOf(borrower, loanId, documentId, 120_000);
  return { loanId, documentId, put, state: verdict.state, ms: performance.now() - started };
}

const Reading = z.looseObject({
  parts: z.array(
    z.looseObject({
      type: z.string(),
      fields: z.array(
        z.looseObject({
          name: z.string(),
          engine: z.string(),
          page: z.int(),
          printed: z.string().optional(),
        }),
      ),
    }),
  ),
});

const readingOf = async ({ cast }: Road, loanId: string, documentId: string) =>
  expectBody(await cast.processor.get(`/v1/loans/${loanId}/documents/${documentId}`), 200, Reading).parts;

export const papers: Steps = {
  'a pay stub with a text layer is read by its text and accepted': async (road, scenes) => {
    const { loanId, documentId, state, ms } = await send(road, scenes, 'payStub');
    expect(state).toBe('ACCEPTED');
    expect(ms).toBeLessThan(textLayerMs);
    const [part] = await readingOf(road, loanId, documentId);
    expect(part?.type).toBe('pay-stub');
    expect(new Set(part?.fields.map(({ engine }) => engine))).toEqual(new Set(['text-layer']));
    scenes.payStubId = documentId;
    const view = await untilLoan(road, loanId, (seen) => needStatus(seen, 'pay-stub') === 'SATISFIED');
    expect(view.stage).toBe('PROCESSING');
  },
  'the same content again is the same document': async (road, scenes) => {
    const { documentId, put } = await send(road, scenes, 'payStub');
    expect(documentId).toBe(scenes.payStubId);
    expect(put).toBeUndefined();
  },
  'a scan is read by OCR, with the page of each value': async (road, scenes) => {
    const { loanId, documentId, state } = await send(road, scenes, 'w2Scan');
    expect(state).toBe('ACCEPTED');
    const [part] = await readingOf(road, loanId, documentId);
    expect(part?.type).toBe('w2');
    expect(new Set(part?.fields.map(({ engine }) => engine))).toEqual(new Set(['textract-detect']));
  },
  'a bank statement of several pages is accepted': async (road, scenes) => {
    expect((await send(road, scenes, 'bankStatement')).state).toBe('ACCEPTED');
  },
  'what the rules do not decide waits for a person, whose review resumes the machine': async (
    road,
    scenes,
  ) => {
    const { loanId, documentId, state } = await send(road, scenes, 'licencePhoto');
    expect(state).toBe('IN_REVIEW');
    const path = `/v1/loans/${loanId}/documents/${documentId}`;
    const review = { decision: 'accept', reasonCode: 'ReadByPerson' };
    expect(await road.cast.processor.post(`${path}/review`, review)).toMatchObject({ status: 202 });
    await untilLoan(road, loanId, (view) => needStatus(view, 'driver-licence', 'PROCESSING') === 'SATISFIED');
    expect(await road.cast.processor.get(path)).toMatchObject({ status: 200, body: { state: 'ACCEPTED' } });
    expect(await road.cast.processor.post(`${path}/review`, review)).toMatchObject({ status: 409 });
  },
  'who asked for the file is on the trail': async ({ cast }, scenes) => {
    const { loanId } = given(scenes.main, 'the loan');
    const link = expectBody(
      await cast.underwriter.get(`/v1/loans/${loanId}/documents/${scenes.payStubId}/file`),
      200,
      z.looseObject({ url: z.string() }),
    );
    expect((await fetch(link.url)).headers.get('content-type')).toBe('application/pdf');
    const { body } = await cast.compliance.get(`/v1/audit?loanId=${loanId}&kind=reads&limit=200`);
    expect((body as { items: object[] }).items).toContainEqual(
      expect.objectContaining({ action: 'FileViewed' }),
    );
  },
};
