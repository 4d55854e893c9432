/** How one page picture is read: resized to where Tesseract reads best, a second way when the first is unsure, and turned when it reads nothing. */
import { AwsError } from '../service.ts';
import type { PagePicture } from './document-pages.ts';
import { resized, toPgm, turned, type GrayPicture, type Turn } from './gray-picture.ts';
import type { OcrPool, OcrWord } from './ocr-pool.ts';

/** A word in shares of the upright page, 0 to 1 from the top left. */
export interface ReadWord {
  text: string;
  confidence: number;
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface ReadPage {
  words: ReadWord[];
  /** How far the page as sent had to be turned clockwise to stand upright. */
  turn: Turn;
  /** Width by height of the upright page. */
  aspect: number;
}

/** Legible scans read best near 1,700 px; under 1,400 px small type is too coarse and growing it helps; above 2,550 nothing is gained. */
const SMALL_WIDTH_PX = 1400;
const GROWN_WIDTH_PX = 2550;
const LARGEST_WIDTH_PX = 2550;
const TRIAL_WIDTH_PX = 1100;
/** Mean word confidence of about 85 and more goes with 95 % of words found; under 60 at most half are right. */
const SURE = 84;
const LOST = 60;
const FEW_WORDS = 12;

/** @throws AwsError BadDocumentException when the picture itself is broken */
export async function readPage(page: PagePicture, pool: OcrPool): Promise<ReadPage> {
  try {
    return await readEitherWay(page, pool);
  } catch (error) {
    if (error instanceof AwsError) throw error;
    throw new AwsError('BadDocumentException', 'Request has invalid document: the page cannot be read');
  }
}

async function readEitherWay(page: PagePicture, pool: OcrPool): Promise<ReadPage> {
  const asSent = await readUpright(await readingImage(page), pool);
  if (!isLost(asSent)) return inShares(asSent, 0);
  const gray = await page.gray();
  const turn = await likeliestTurn(gray, pool);
  if (turn === 0) return inShares(asSent, 0);
  const other = await readUpright(imageOf(turned(gray, turn)), pool);
  return weight(other.words) <= weight(asSent.words) ? inShares(asSent, 0) : inShares(other, turn);
}

/** What is handed to Tesseract, with the size that its boxes count in. */
interface Image {
  bytes: Buffer;
  width: number;
  height: number;
}

interface Reading {
  words: OcrWord[];
  image: Image;
}

/** A PNG of a good size goes as it is: decoding it here would only cost the host's time. */
async function readingImage(page: PagePicture): Promise<Image> {
  const { width, height, png } = page;
  if (png && readingWidth(width) === width) return { bytes: png, width, height };
  return imageOf(await page.gray());
}

function imageOf(picture: GrayPicture): Image {
  const sized = resized(picture, readingWidth(picture.width));
  return { bytes: toPgm(sized), width: sized.width, height: sized.height };
}

async function readUpright(image: Image, pool: OcrPool): Promise<Reading> {
  const first = await pool.read(image.bytes, '11');
  if (meanConfidence(first) >= SURE && first.length >= FEW_WORDS) return { words: first, image };
  return { words: merged(first, await pool.read(image.bytes, '3')), image };
}

function readingWidth(width: number): number {
  return width < SMALL_WIDTH_PX ? GROWN_WIDTH_PX : Math.min(width, LARGEST_WIDTH_PX);
}

/** All words of the surer reading, and of the other those that stand where the surer has none. */
export function merged(one: readonly OcrWord[], other: readonly OcrWord[]): OcrWord[] {
  const [base, extra] = weight(one) >= weight(other) ? [one, other] : [other, one];
  return [
    ...base,
    ...extra.filter((word) => word.confidence >= 30 && !base.some((kept) => overlap(kept, word))),
  ];
}

function overlap(a: OcrWord, b: OcrWord): boolean {
  const across = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const down = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return across > 0 && down > 0 && across * down > 0.15 * Math.min(a.width * a.height, b.width * b.height);
}

function meanConfidence(words: readonly OcrWord[]): number {
  return words.length === 0 ? 0 : words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length;
}

/** Letters read with confidence: what tells a page that was read from a page of accidents. */
function weight(words: readonly OcrWord[]): number {
  return words
    .filter(({ text, confidence }) => confidence >= 50 && /^[\p{L}\p{N}$.,'():/-]{2,}$/u.test(text))
    .reduce((sum, { text, confidence }) => sum + text.length * confidence, 0);
}

const isLost = ({ words }: Reading) => words.length < FEW_WORDS || meanConfidence(words) < LOST;

async function likeliestTurn(picture: GrayPicture, pool: OcrPool): Promise<Turn> {
  const turns: Turn[] = [0, 90, 270, 180];
  const weights = await Promise.all(
    turns.map(async (turn) => {
      const small = turned(resized(picture, Math.min(picture.width, TRIAL_WIDTH_PX)), turn);
      return weight(await pool.read(toPgm(small), '11'));
    }),
  );
  return turns[weights.indexOf(Math.max(...weights))] ?? 0;
}

function inShares({ words, image: { width, height } }: Reading, turn: Turn): ReadPage {
  const shares = words.map(({ text, confidence, ...box }) => ({
    text,
    confidence,
    left: box.left / width,
    top: box.top / height,
    width: box.width / width,
    height: box.height / height,
  }));
  return { words: shares, turn, aspect: width / height };
}
