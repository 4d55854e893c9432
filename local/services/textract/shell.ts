import { action, callAction, handleAwsJson, type CallableService } from '../aws-json.ts';
import { AwsError, type EngineContext } from '../service.ts';
import { textBlocks } from './blocks.ts';
import { openDocument, type DocumentPages } from './document-pages.ts';
import { formBlocks } from './forms.ts';
import {
  AnalyzeInput,
  DetectInput,
  GetInput,
  StartInput,
  type DocumentInput,
  type S3Location,
} from './inputs.ts';
import { lendingJobs } from './lending-jobs.ts';
import { lendingResult, type LendingResult } from './lending-page.ts';
import { createOcrPool, type OcrPool } from './ocr-pool.ts';
import { readPage } from './page-reader.ts';
import { checkAsync, checkSyncBytes, checkSyncPages } from './sync-limits.ts';

export type MeteredOperation = 'DetectDocumentText' | 'AnalyzeDocument' | 'AnalyzeLending';

export interface TextractOptions {
  /** Reads an object as the service would. Rejects with an AwsError where S3 has no such object. */
  readObject(location: S3Location): Promise<Uint8Array>;
  pool?: OcrPool;
}

export interface TextractService extends CallableService {
  /** Pages read so far by priced operation, over restarts: what the cost meter multiplies. */
  pagesRead(): Record<MeteredOperation, number>;
}

const PAGES_READ = 'textract.pages-read';
const INVALID = 'InvalidParameterException';

/** Textract's operations over pages that Tesseract really reads. The shapes are Textract's; the words are Tesseract's. */
export function createTextractService(context: EngineContext, options: TextractOptions): TextractService {
  const pool = options.pool ?? createOcrPool();
  const newId = () => context.random.uuid();

  const counted = (operation: MeteredOperation) => context.store.get<number>(PAGES_READ, operation) ?? 0;
  const meter = (operation: MeteredOperation, pages: number) =>
    context.store.put(PAGES_READ, operation, counted(operation) + pages);

  async function readSync(document: DocumentInput, operation: MeteredOperation) {
    const bytes = document.S3Object
      ? await readObject(document.S3Object)
      : Buffer.from(document.Bytes ?? '', 'base64');
    checkSyncBytes(bytes);
    return await withDocument(bytes, async (pages) => {
      checkSyncPages(pages.pageCount);
      const page = await readPage(await pages.page(1), pool);
      meter(operation, 1);
      return page;
    });
  }

  async function readObject(location: S3Location): Promise<Uint8Array> {
    try {
      return await options.readObject(location);
    } catch {
      throw new AwsError(
        'InvalidS3ObjectException',
        'Unable to get object metadata from S3. Check object key, region and/or access permissions.',
      );
    }
  }

  async function readLending(input: StartInput): Promise<LendingResult[]> {
    const bytes = await readObject(input.DocumentLocation.S3Object);
    return await withDocument(bytes, async (pages) => {
      checkAsync(bytes, pages.pageCount);
      const numbers = Array.from({ length: pages.pageCount }, (_, index) => index + 1);
      const results = await Promise.all(
        numbers.map(async (number) => lendingResult(await readPage(await pages.page(number), pool), number)),
      );
      meter('AnalyzeLending', pages.pageCount);
      return results;
    });
  }

  const jobs = lendingJobs(context, readLending);
  const actions = {
    DetectDocumentText: action(
      DetectInput,
      async ({ Document }) => {
        const { blocks } = textBlocks(await readSync(Document, 'DetectDocumentText'), newId);
        return { DocumentMetadata: { Pages: 1 }, Blocks: blocks, DetectDocumentTextModelVersion: '1.0' };
      },
      INVALID,
    ),
    AnalyzeDocument: action(
      AnalyzeInput,
      async ({ Document, FeatureTypes }) => {
        const unread = FeatureTypes.filter((feature) => feature !== 'FORMS');
        if (unread.length > 0)
          throw new AwsError(INVALID, `The local endpoint reads FORMS only, not ${unread.join(', ')}`);
        const page = await readSync(Document, 'AnalyzeDocument');
        const { blocks, wordIds } = textBlocks(page, newId);
        const Blocks = [...blocks, ...formBlocks(page, wordIds, newId)];
        return { DocumentMetadata: { Pages: 1 }, Blocks, AnalyzeDocumentModelVersion: '1.0' };
      },
      INVALID,
    ),
    StartLendingAnalysis: action(StartInput, (input) => jobs.start(input), INVALID),
    GetLendingAnalysis: action(GetInput, (input) => jobs.get(input), INVALID),
  };

  return {
    name: 'textract',
    types: [],
    provision: () => undefined,
    handle: async (request) => await handleAwsJson({ version: '1.1' }, actions, request),
    call: async (name, input) => await callAction(actions, name, input),
    start: () => jobs.resume(),
    stop: async () => await pool.stop(),
    pagesRead: () => ({
      DetectDocumentText: counted('DetectDocumentText'),
      AnalyzeDocument: counted('AnalyzeDocument'),
      AnalyzeLending: counted('AnalyzeLending'),
    }),
  };
}

async function withDocument<T>(bytes: Uint8Array, work: (pages: DocumentPages) => Promise<T>): Promise<T> {
  const pages = await openDocument(bytes);
  try {
    return await work(pages);
  } finally {
    pages.close();
  }
}
