/** Tesseract in worker threads, kept warm: two by default, one page each at a time. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { createWorker, PSM, type Worker } from 'tesseract.js';

/** In pixels of the picture that was read. */
export interface OcrWord {
  text: string;
  left: number;
  top: number;
  width: number;
  height: number;
  /** 0 to 100. */
  confidence: number;
}

/** Tesseract's page segmentation: 3 finds columns and paragraphs, 11 takes text wherever it stands. */
export type Segmentation = '3' | '11';

const MODES = { 3: PSM.AUTO, 11: PSM.SPARSE_TEXT } as const;

export interface OcrPool {
  /** @param picture PNG or portable graymap */
  read(picture: Buffer, segmentation: Segmentation): Promise<OcrWord[]>;
  stop(): Promise<void>;
}

/** English from its npm package, LSTM only: nothing is fetched and nothing is written. */
const LANGUAGE_FOLDER = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json')),
  '4.0.0_best_int',
);
const LSTM_ONLY = 1;

/** Workers start with the first page, not before: most commands of a session read none. */
export function createOcrPool(size = 2): OcrPool {
  const workers: Promise<Worker>[] = [];
  const busy: Promise<unknown>[] = Array.from({ length: size }, () => Promise.resolve());
  const waiting = Array.from({ length: size }, () => 0);

  async function readOn(slot: number, picture: Buffer, segmentation: Segmentation): Promise<OcrWord[]> {
    workers[slot] ??= startWorker();
    const worker = await workers[slot];
    await worker.setParameters({ tessedit_pageseg_mode: MODES[segmentation] });
    const { data } = await worker.recognize(picture, {}, { tsv: true, text: false });
    return wordsOfTsv(data.tsv ?? '');
  }

  return {
    read(picture, segmentation) {
      const slot = waiting.indexOf(Math.min(...waiting));
      waiting[slot]! += 1;
      const reading = busy[slot]!.then(() => readOn(slot, picture, segmentation)).finally(
        () => (waiting[slot]! -= 1),
      );
      busy[slot] = reading.catch(() => undefined);
      return reading;
    },
    async stop() {
      await Promise.all(busy);
      await Promise.all(workers.map(async (worker) => (await worker).terminate()));
    },
  };
}

async function startWorker(): Promise<Worker> {
  const worker = await createWorker('eng', LSTM_ONLY, {
    langPath: LANGUAGE_FOLDER,
    gzip: true,
    cacheMethod: 'none',
    // without one, a picture that cannot be read ends the whole process; the call itself rejects in any case
    errorHandler: () => undefined,
  });
  await worker.setParameters({ debug_file: '/dev/null' });
  return worker;
}

/** Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
const WORD_LEVEL = '5';

export function wordsOfTsv(tsv: string): OcrWord[] {
  return tsv.split('\n').flatMap((row) => {
    const [level, , , , , , left, top, width, height, confidence, text = ''] = row.split('\t');
    if (level !== WORD_LEVEL || text.trim() === '') return [];
    const [l = 0, t = 0, w = 0, h = 0, c = 0] = [left, top, width, height, confidence].map(Number);
    return [{ text: text.trim(), left: l, top: t, width: w, height: h, confidence: Math.max(0, c) }];
  });
}
