/** DetectDocumentText: the words of one page picture, whichever endpoint answers. */
import { DetectDocumentTextCommand, type TextractClient } from '@aws-sdk/client-textract';
import * as z from 'zod';
import { turnOf, upright, type PageTurn } from '../domain/page-turn.ts';
import type { PageWords } from '../domain/page-words.ts';
import { failedTextractCall } from './textract-errors.ts';

const Box = z.object({ Left: z.number(), Top: z.number(), Width: z.number(), Height: z.number() });

const Point = z.object({ X: z.number(), Y: z.number() });

const DetectedBlock = z.object({
  BlockType: z.string(),
  Text: z.string().nullish(),
  Confidence: z.number().nullish(),
  Page: z.int().positive().nullish(),
  Geometry: z.object({ BoundingBox: Box, Polygon: z.array(Point).nullish() }).nullish(),
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

export interface DetectedPage extends PageWords {
  engine: 'textract-detect';
  /** How far the page as sent must be turned clockwise to stand upright; boxes and aspect are of the upright page. */
  turn: PageTurn;
}

/**
 * The WORD blocks of a reply in the order given, on the page as a person would hold it: Textract reads a page that was
 * scanned sideways and answers in the picture's own coordinates. Words without geometry have no place and are dropped.
 */
export function pageWordsOf(reply: unknown, { pageNumber, aspect }: PicturedPage): DetectedPage {
  const { Blocks } = DetectDocumentTextReply.parse(reply);
  const found = Blocks.filter(({ BlockType }) => BlockType === 'WORD').flatMap(
    ({ Text, Confidence, Geometry }) => {
      const box = Geometry?.BoundingBox;
      if (!Text || !box) return [];
      const asSent = { left: box.Left, top: box.Top, width: box.Width, height: box.Height };
      return [{ text: Text, confidence: Confidence ?? 0, box: asSent, polygon: Geometry?.Polygon ?? [] }];
    },
  );
  const turn = turnOf(found.map(({ polygon }) => polygon));
  return {
    pageNumber,
    engine: 'textract-detect',
    turn,
    aspect: turn === 90 || turn === 270 ? 1 / aspect : aspect,
    words: found.map(({ text, confidence, box }) => ({ text, confidence, box: upright(box, turn) })),
  };
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
): Promise<DetectedPage> {
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
