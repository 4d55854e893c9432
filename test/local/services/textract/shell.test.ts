import {
  AnalyzeDocumentCommand,
  DetectDocumentTextCommand,
  GetLendingAnalysisCommand,
  StartLendingAnalysisCommand,
  TextractClient,
} from '@aws-sdk/client-textract';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryStore } from '../../../../local/runtime/memory-store.ts';
import { createOcrPool } from '../../../../local/services/textract/ocr-pool.ts';
import { createTextractService } from '../../../../local/services/textract/shell.ts';
import { attackFiles } from '../../../../tools/samples/attacks.ts';
import { payStubPdf } from '../../../../tools/samples/pay-stub.ts';
import { scanPdf, scanPngs } from '../../../../tools/samples/scan.ts';
import { AVERY_SAMPLE } from '../../../../tools/samples/scenario.ts';
import { engineContext } from '../../../support/engine-context.ts';
import { serveService, type ServedService } from '../../../support/serve-service.ts';

const objects = new Map<string, Uint8Array>();
const readObject = ({ Name }: { Name: string }) => {
  const found = objects.get(Name);
  return found ? Promise.resolve(found) : Promise.reject(new Error('NoSuchKey'));
};
const DAY_MS = 24 * 3600 * 1000;

describe('the Textract-compatible endpoint', { timeout: 60_000 }, () => {
  const pool = createOcrPool(1);
  const context = engineContext();
  const service = createTextractService(context, { readObject, pool });
  let served: ServedService;
  let client: TextractClient;
  let picture: Uint8Array;

  beforeAll(async () => {
    served = await serveService(service);
    client = new TextractClient(served.client);
    const stub = await payStubPdf(AVERY_SAMPLE);
    picture = (await scanPngs(stub))[0]!;
    objects.set('stub.png', picture);
    objects.set('stub.pdf', await scanPdf(stub));
  }, 60_000);
  afterAll(async () => {
    await served.close();
    await pool.stop();
  });

  it('really reads the words of a scanned page, with geometry and confidence, and counts the page', async () => {
    const { Blocks = [], DocumentMetadata } = await client.send(
      new DetectDocumentTextCommand({ Document: { Bytes: picture } }),
    );
    const words = Blocks.filter(({ BlockType }) => BlockType === 'WORD');
    expect(DocumentMetadata?.Pages).toBe(1);
    expect(words.map(({ Text }) => Text)).toEqual(
      expect.arrayContaining(['Earnings', 'Gross', '3,200.00', '53,985.60', '11/13/2026']),
    );
    const net = words.find(({ Text }) => Text === '2,347.20');
    expect(net).toMatchObject({ TextType: 'PRINTED', Geometry: { Polygon: { length: 4 } } });
    expect(net?.Geometry?.BoundingBox?.Left).toBeCloseTo(0.68, 1);
    expect(net?.Confidence).toBeGreaterThan(85);
    expect(service.pagesRead().DetectDocumentText).toBe(1);
  });

  it('links the page to its lines and the lines to their words', async () => {
    const { Blocks = [] } = await client.send(
      new DetectDocumentTextCommand({ Document: { S3Object: { Bucket: 'docs', Name: 'stub.png' } } }),
    );
    const byId = new Map(Blocks.map((block) => [block.Id, block]));
    const lines = Blocks[0]?.Relationships?.[0]?.Ids?.map((id) => byId.get(id)) ?? [];
    expect(Blocks[0]?.BlockType).toBe('PAGE');
    expect(lines.map((line) => line?.Text)).toContain('Federal Income Tax');
    for (const line of lines) {
      const words = line?.Relationships?.[0]?.Ids?.map((id) => byId.get(id)?.Text);
      expect(words?.join(' ')).toBe(line?.Text);
    }
  });

  it('pairs labels with values for FORMS, and refuses the features that it does not read', async () => {
    const analyze = (FeatureTypes: ('FORMS' | 'TABLES')[]) =>
      client.send(new AnalyzeDocumentCommand({ Document: { Bytes: picture }, FeatureTypes }));
    const { Blocks = [] } = await analyze(['FORMS']);
    const byId = new Map(Blocks.map((block) => [block.Id, block]));
    const textOf = (id: string) =>
      byId
        .get(id)
        ?.Relationships?.find(({ Type }) => Type === 'CHILD')
        ?.Ids?.map((child) => byId.get(child)?.Text)
        .join(' ');
    const pairs = Blocks.filter(({ EntityTypes }) => EntityTypes?.includes('KEY')).map((key) => [
      textOf(key.Id!),
      textOf(key.Relationships!.find(({ Type }) => Type === 'VALUE')!.Ids![0]!),
    ]);
    expect(pairs).toContainEqual(['Employee:', 'Avery Sample']);
    await expect(analyze(['FORMS', 'TABLES'])).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  it.each([
    ['nothing', new Uint8Array(), 'InvalidParameterException'],
    ['more than 10 MB', new Uint8Array(10 * 1024 * 1024 + 1), 'DocumentTooLargeException'],
    ['no format of a document', Buffer.from('plain text'), 'UnsupportedDocumentException'],
    ['a broken PDF', Buffer.from('%PDF-1.7 and no more'), 'BadDocumentException'],
    [
      'a broken picture',
      attackFiles().find(({ name }) => name === 'pixel-bomb.png')!.bytes,
      'BadDocumentException',
    ],
  ])('refuses %s as Textract names it', async (_, Bytes, name) => {
    const asked = client.send(new DetectDocumentTextCommand({ Document: { Bytes } }));
    await expect(asked).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 400 } });
  });

  it('takes one page at a time in a synchronous call', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage();
    pdf.addPage();
    const asked = client.send(new DetectDocumentTextCommand({ Document: { Bytes: await pdf.save() } }));
    await expect(asked).rejects.toMatchObject({ name: 'UnsupportedDocumentException' });
  });

  it('says that an object is not there', async () => {
    const Document = { S3Object: { Bucket: 'docs', Name: 'missing.png' } };
    await expect(client.send(new DetectDocumentTextCommand({ Document }))).rejects.toMatchObject({
      name: 'InvalidS3ObjectException',
    });
  });
});

describe('a lending job of the endpoint', { timeout: 60_000 }, () => {
  const pool = createOcrPool(1);
  const input = {
    DocumentLocation: { S3Object: { Bucket: 'docs', Name: 'stub.pdf' } },
    ClientRequestToken: 'document-1',
  };
  afterAll(() => pool.stop());

  it('survives a stop, answers in the fixed field list, and is told to the channel once', async () => {
    const store = memoryStore();
    const before = createTextractService(engineContext({ store }), { readObject, pool });
    const channel = { RoleArn: 'arn:role', SNSTopicArn: 'arn:aws:sns:us-east-1:000000000000:done' };
    const started = (await before.call('StartLendingAnalysis', {
      ...input,
      NotificationChannel: channel,
    })) as { JobId: string };
    // the first process never ran its timers; a second one takes the job up
    const context = engineContext({ store, seed: 2 });
    const after = createTextractService(context, { readObject, pool });
    after.start?.();
    expect(await after.call('GetLendingAnalysis', { JobId: started.JobId })).toMatchObject({
      JobStatus: 'IN_PROGRESS',
    });
    await context.clock.advance(1);
    const reply = (await after.call('GetLendingAnalysis', { JobId: started.JobId })) as never;
    expect(reply).toMatchObject({ JobStatus: 'SUCCEEDED', DocumentMetadata: { Pages: 1 } });
    const [page] = (
      reply as {
        Results: {
          PageClassification: unknown;
          Extractions: {
            LendingDocument: { LendingFields: { Type: string; ValueDetections: { Text: string }[] }[] };
          }[];
        }[];
      }
    ).Results;
    const fields = page!.Extractions[0]!.LendingDocument.LendingFields;
    expect(page).toMatchObject({ PageClassification: { PageType: [{ Value: 'PAYSLIPS' }] } });
    expect(fields).toHaveLength(22);
    expect(fields.find(({ Type }) => Type === 'CURRENT_NET_PAY')?.ValueDetections[0]?.Text).toBe('2,347.20');
    expect(fields.find(({ Type }) => Type === 'YTD_GARNISHMENTS')?.ValueDetections).toEqual([]);
    expect(context.neighbours.delivered).toMatchObject([
      {
        payload: {
          JobId: started.JobId,
          Status: 'SUCCEEDED',
          DocumentLocation: { S3ObjectName: 'stub.pdf' },
        },
      },
    ]);
    expect(after.pagesRead().AnalyzeLending).toBe(1);
  });

  it('is one job for one token, refuses the token for another document, and is forgotten after seven days', async () => {
    const context = engineContext();
    const service = createTextractService(context, { readObject, pool });
    const served = await serveService(service);
    const client = new TextractClient(served.client);
    const first = await client.send(new StartLendingAnalysisCommand(input));
    const again = await client.send(new StartLendingAnalysisCommand(input));
    expect(again.JobId).toBe(first.JobId);
    const other = { ...input, JobTag: 'another' };
    await expect(client.send(new StartLendingAnalysisCommand(other))).rejects.toMatchObject({
      name: 'IdempotentParameterMismatchException',
    });
    await context.clock.advance(7 * DAY_MS + 1);
    const late = client.send(new GetLendingAnalysisCommand({ JobId: first.JobId }));
    await expect(late).rejects.toMatchObject({ name: 'InvalidJobIdException' });
    await served.close();
  });

  it('fails with a name when its object is gone', async () => {
    const context = engineContext();
    const service = createTextractService(context, { readObject, pool });
    const DocumentLocation = { S3Object: { Bucket: 'docs', Name: 'gone.pdf' } };
    const { JobId } = (await service.call('StartLendingAnalysis', { DocumentLocation })) as { JobId: string };
    await context.clock.advance(1);
    expect(await service.call('GetLendingAnalysis', { JobId })).toMatchObject({
      JobStatus: 'FAILED',
      StatusMessage: 'InvalidS3ObjectException',
    });
  });
});
