import * as z from 'zod';
import { readEnv } from '../../shared/env.ts';
import { taskFunction } from '../../shared/task.ts';
import { getDocument } from '../adapters/document-items.ts';
import { FilesEnv, type FilesKernel, wireFiles } from '../adapters/intake-env.ts';
import { readPictures, type ReadPicture } from '../adapters/page-pictures.ts';
import { readingsOf } from '../adapters/readings.ts';
import { detectWords } from '../adapters/textract-words.ts';
import { textractClient } from '../adapters/textract-client.ts';
import { IntakeStep } from '../contracts.ts';

const Input = IntakeStep.extend({ pages: z.array(z.int().positive()).min(1) });
const Output = z.object({ read: z.int(), unread: z.int() });

export interface Deps extends FilesKernel {
  readPicture: ReadPicture;
}

/** One range of pages that carry no good text of their own: drawn, read, kept beside the file. The same range again gives the same. */
export async function taskReadPages(
  { loanId, documentId, pages }: z.output<typeof Input>,
  { storage, store, readPicture }: Deps,
): Promise<z.output<typeof Output>> {
  const document = await getDocument(storage, loanId, documentId);
  if (document.state !== 'READING' || !document.file) return { read: 0, unread: 0 };
  const readings = readingsOf(store, documentId);
  const [bytes, { kind }] = await Promise.all([store.bytes(document.file), readings.inspected()]);
  const range = await readPictures(bytes, kind, pages, readPicture);
  await readings.writeRange(pages, range);
  return { read: range.pages.length, unread: range.unread.length };
}

export type Env = z.input<typeof FilesEnv>;

function wire(): Deps {
  const textract = textractClient();
  return {
    ...wireFiles(readEnv(FilesEnv)),
    readPicture: (bytes, page) => detectWords(textract, { bytes }, page),
  };
}

export const handler = taskFunction({ input: Input, output: Output, wire, run: taskReadPages });
