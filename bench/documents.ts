import { PDFDocument } from 'pdf-lib';
import { uploadDocument } from '../tools/client/upload.ts';
import { payStubPdf } from '../tools/samples/pay-stub.ts';
import { scanPdf } from '../tools/samples/scan.ts';
import { AVERY_SAMPLE } from '../tools/samples/scenario.ts';
import { type Figure, median, percentile, rounded } from './figure.ts';
import { type BenchLoan, openLoan, type Scene } from './scene.ts';

const textLayerTimes = 12;
const scanTimes = 3;
const inOneMinute = { files: 24, atOnce: 4 };
const settled = new Set(['ACCEPTED', 'RETURNED', 'IN_REVIEW', 'QUARANTINED']);

/** From the moment that the file lies in the bucket to the verdict, first for one after the other, then for many at once. */
export async function measureDocuments(scene: Scene): Promise<Figure[]> {
  const loan = await openLoan(scene, 'bench-documents@example.com');
  const [cold = 0, ...warm] = await inTurn(textLayerTimes + 1, async (index) =>
    verdictAfter(scene, loan, await payStub(index)),
  );
  const files = await inTurn(scanTimes, tenScannedPages);
  const before = process.cpuUsage();
  const scans = await inTurn(scanTimes, async (index) =>
    verdictAfter(scene, loan, files[index] ?? new Uint8Array()),
  );
  const { user, system } = process.cpuUsage(before);
  return [
    { name: 'text-layer pay stub, first, all functions cold', value: rounded(cold), unit: 's', target: 3 },
    { name: 'text-layer pay stub, p50', value: rounded(median(warm), 2), unit: 's', target: 3 },
    { name: 'text-layer pay stub, p95', value: rounded(percentile(warm, 0.95), 2), unit: 's', target: 3 },
    { name: 'text-layer pay stubs, one after the other', value: perMinute(warm), unit: 'documents/min' },
    {
      name: `text-layer pay stubs, ${inOneMinute.atOnce} at once`,
      value: await throughput(scene, loan),
      unit: 'documents/min',
    },
    {
      name: 'ten scanned pages, p95',
      value: rounded(percentile(scans, 0.95)),
      unit: 's',
      target: 15,
      note: `each: ${scans.map((seconds) => rounded(seconds)).join(', ')}`,
    },
    {
      name: 'ten scanned pages, processor time of the host (OCR, S3, all services)',
      value: rounded((user + system) / 1e6 / scanTimes),
      unit: 's',
      note: 'hardly moves with the load of the machine; over two cores it is the floor of the figure above',
    },
  ];
}

const perMinute = (seconds: readonly number[]): number =>
  rounded((60 * seconds.length) / seconds.reduce((sum, each) => sum + each, 0), 0);

async function inTurn<T>(count: number, run: (index: number) => Promise<T>): Promise<T[]> {
  const found: T[] = [];
  for (let index = 0; index < count; index += 1) found.push(await run(index));
  return found;
}

async function throughput(scene: Scene, loan: BenchLoan): Promise<number> {
  const files = await inTurn(inOneMinute.files, (index) => payStub(1000 + index));
  const started = performance.now();
  await Promise.all(
    Array.from({ length: inOneMinute.atOnce }, async () => {
      for (let file = files.pop(); file; file = files.pop()) await verdictAfter(scene, loan, file);
    }),
  );
  return rounded((inOneMinute.files * 60_000) / (performance.now() - started), 0);
}

/** Seconds. The state is looked at in the table, not through the API: a client that asks is load of its own. */
async function verdictAfter({ cloud, cast }: Scene, loan: BenchLoan, bytes: Uint8Array): Promise<number> {
  const file = { fileName: 'pay-stub.pdf', contentType: 'application/pdf', bytes };
  const uploaded = await uploadDocument(cast['loan-officer'], loan.loanId, loan.borrowerContactId, file);
  if (uploaded.put?.status !== 200)
    throw new Error(`the upload was answered ${uploaded.put?.status ?? 'nothing'}`);
  const started = performance.now();
  const Key = { pk: { S: `LOAN#${loan.loanId}` }, sk: { S: `DOCUMENT#${uploaded.documentId}` } };
  for (;;) {
    const { Item } = (await cloud.registry.dynamodb.call('GetItem', {
      TableName: 'keyturn-local-entities',
      Key,
    })) as { Item?: { state?: { S?: string } } };
    const seconds = (performance.now() - started) / 1000;
    if (settled.has(Item?.state?.S ?? '')) return seconds;
    if (seconds > 300) throw new Error(`no verdict within five minutes: ${Item?.state?.S ?? 'no document'}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** The same page in other bytes: what follows the end of a PDF is no part of it. */
const payStub = async (index: number): Promise<Uint8Array> =>
  Buffer.concat([await payStubPdf(AVERY_SAMPLE), Buffer.from(`\n% ${index}\n`)]);

async function tenScannedPages(index: number): Promise<Uint8Array> {
  const one = await PDFDocument.load(await payStubPdf(AVERY_SAMPLE));
  const ten = await PDFDocument.create({ updateMetadata: false });
  for (let page = 0; page < 10; page += 1) {
    const [copy] = await ten.copyPages(one, [0]);
    if (copy) ten.addPage(copy);
  }
  return Buffer.concat([await scanPdf(await ten.save()), Buffer.from(`\n% ${index}\n`)]);
}
