import * as z from 'zod';
import { unavailable } from '../../shared/errors.ts';
import { StoredReading } from '../domain/stored-reading.ts';
import type { DocumentStore } from './document-store.ts';

const Words = z.object({
  pageNumber: z.int(),
  engine: z.enum(['text-layer', 'textract-detect', 'textract-lending']),
  aspect: z.number(),
  words: z.array(
    z.object({
      text: z.string(),
      box: z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() }),
      confidence: z.number(),
    }),
  ),
});

/** What inspection found: the file's kind, pages whose own text is good, and ranges of pages that have to be read. */
export const Inspected = z.object({
  kind: z.enum(['pdf', 'png', 'jpeg', 'tiff']),
  pageCount: z.int(),
  activeContent: z.array(z.string()),
  pages: z.array(Words),
  ranges: z.array(z.array(z.int())),
});
export type Inspected = z.infer<typeof Inspected>;

export const ReadRange = z.object({ pages: z.array(Words), unread: z.array(z.int()) });
export type ReadRange = z.infer<typeof ReadRange>;

const Box = z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() });
export const LendingAnswers = z.array(
  z.object({
    page: z.int(),
    type: z.string(),
    fields: z.array(
      z.object({ type: z.string(), text: z.string(), confidence: z.number(), box: Box.optional() }),
    ),
  }),
);
export type LendingAnswers = z.infer<typeof LendingAnswers>;

/** Everything that is read of one file, as JSON beside it: words of pages are as private as the file and never pass through a machine's state. */
export function readingsOf(store: DocumentStore, documentId: string) {
  const at = (name: string) => `readings/${documentId}/${name}`;
  const rangeName = (pages: readonly number[]) => at(`pages-${pages[0] ?? 0}.json`);

  async function must<T>(schema: z.ZodType<T>, key: string): Promise<T> {
    const value = await store.readJson(key);
    if (value === undefined) throw unavailable('Unavailable', 'a reading is not there yet');
    return schema.parse(value);
  }

  return {
    writeInspected: (value: Inspected) => store.writeJson(at('inspected.json'), value),
    inspected: () => must(Inspected, at('inspected.json')),
    findInspected: async () => Inspected.optional().parse(await store.readJson(at('inspected.json'))),
    writeRange: (pages: readonly number[], value: ReadRange) => store.writeJson(rangeName(pages), value),
    range: (pages: readonly number[]) => must(ReadRange, rangeName(pages)),
    pictureKey: (page: number) => at(`lending-${page}.png`),
    writeLending: (value: LendingAnswers) => store.writeJson(at('lending.json'), value),
    lending: async () => LendingAnswers.parse((await store.readJson(at('lending.json'))) ?? []),
    writeReading: (value: StoredReading) => store.writeJson(at('reading.json'), value),
    findReading: async () => StoredReading.optional().parse(await store.readJson(at('reading.json'))),
  };
}
