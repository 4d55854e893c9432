/** DetectDocumentText: the words of one page picture, whichever endpoint answers. */
import { DetectDocumentTextCommand, type TextractClient } from '@aws-sdk/client-textract';
import * as z from 'zod';
import type { PageWords } from '../domain/page-words.ts';
import { failedTextractCall } from './textract-errors.ts';

const Box = z.object({ Left: z.number(), Top: z.number(), Width: z.number(), Height: z.number() });

const DetectedBlock = z.object({
  BlockType: z.string(),
  Text: z.string().nullish(),
  Confidence: z.number().nullish(),
  Page: z.int().positive().nullish(),
  Geometry: z.object({ BoundingBox: Box }).nullish(),
});

/** What we read of the reply: https://docs.aws.amazon.com/textract/latest/dg/API_DetectDocumentText.html. Absent and null keys are the same. */
export const DetectDocumentTextReply = z.object({
  DocumentMetadata: z.object({ Pages: z.int() }).nullish(),
  Blocks: z.array(DetectedBlock),
});

/** One page of the uploaded file, as it was sent to be read. */
export interface PicturedPage {
  pageNumber: number;
  /** Width by height of the picture: Textract answers in shares of the page only. */
  aspect: number;
}

/** The WORD blocks of a reply in the order given; words without geometry have no place on a page and are dropped. */
export function pageWordsOf(reply: unknown, { pageNumber, aspect }: PicturedPage): PageWords {
  const { Blocks } = DetectDocumentTextReply.parse(reply);
  const words = Blocks.filter(({ BlockType }) => BlockType === 'WORD').flatMap(
    ({ Text, Confidence, Geometry }) => {
      const box = Geometry?.BoundingBox;
      if (!Text || !box) return [];
      return [
        {
          text: Text,
          confidence: Confidence ?? 0,
          box: { left: box.Left, top: box.Top, width: box.Width, height: box.Height },
        },
      ];
    },
  );
  return { pageNumber, engine: 'textract-detect', aspect, words };
}

/** At most 10 MB of PNG, JPEG or one-page PDF/TIFF as bytes, or an object that the caller's role may read. */
export type TextractDocument = { bytes: Uint8Array } | { bucket: string; key: string; version?: string };

/**
 * @throws DomainError `TextractUnavailable` (retry), `PageNotReadable` (Textract refuses this picture)
 */
export async function detectWords(
  client: Pick<TextractClient, 'send'>,
  document: TextractDocument,
  page: PicturedPage,
): Promise<PageWords> {
  const Document =
    'bytes' in document
      ? { Bytes: document.bytes }
      : { S3Object: { Bucket: document.bucket, Name: document.key, Version: document.version } };
  try {
    return pageWordsOf(await client.send(new DetectDocumentTextCommand({ Document })), page);
  } catch (error) {
    throw failedTextractCall('DetectDocumentText', error);
  }
}
