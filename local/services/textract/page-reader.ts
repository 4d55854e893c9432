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
/** Under a mean word confidence of 60 at most half of the words are right. */
const LOST = 60;
/** What is left of the confidence in a figure that two readings of the same spot read differently. */
const DISPUTED = 50;
const FEW_WORDS = 12;
/** From this mean on, with no figure below the other, a second reading finds nothing. */
const SURE_PAGE = 95;
const SURE_FIGURE = 88;

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
  const sparse = await pool.read(image.bytes, '11');
  const words = isSure(sparse) ? sparse : merged(sparse, await pool.read(image.bytes, '3'));
  return { words, image };
}

/** A crisp page says the same either way: no real scan at hand comes near this, so each of them is read both ways. */
function isSure(words: readonly OcrWord[]): boolean {
  const leastSure = Math.min(...words.map(({ text, confidence }) => (/\d/.test(text) ? confidence : 100)));
  return words.length >= FEW_WORDS && meanConfidence(words) >= SURE_PAGE && leastSure >= SURE_FIGURE;
}

function readingWidth(width: number): number {
  return width < SMALL_WIDTH_PX ? GROWN_WIDTH_PX : Math.min(width, LARGEST_WIDTH_PX);
}

/**
 * All words of the surer reading, and of the other those that stand where the surer has none: a page that one way reads
 * with confidence may still miss whole lines of it. A figure that the two read differently keeps little confidence.
 */
export function merged(one: readonly OcrWord[], other: readonly OcrWord[]): OcrWord[] {
  const [base, extra] = weight(one) >= weight(other) ? [one, other] : [other, one];
  return [
    ...base.map((word) => settled(word, extra)),
    ...extra.filter((word) => word.confidence >= 30 && !base.some((kept) => overlap(kept, word))),
  ];
}

/** Of two readings of one figure, the one with the shape of an amount; no more than half sure either way. */
function settled(word: OcrWord, others: readonly OcrWord[]): OcrWord {
  if (!/\d/.test(word.text)) return word;
  const rivals = others.filter(
    (other) => samePlace(word, other) && other.confidence >= 30 && /\d/.test(other.text),
  );
  const figures = (text: string) => text.replaceAll(/[^\dA-Za-z.,]/g, '');
  const [rival] = rivals;
  if (!rival || rivals.some((other) => figures(other.text) === figures(word.text))) return word;
  const chosen = AMOUNT.test(rival.text) && !AMOUNT.test(word.text) ? rival : word;
  return { ...chosen, confidence: Math.min(word.confidence, rival.confidence, DISPUTED) };
}

const AMOUNT = /^[-+$(]{0,2}\d{1,3}(?:,\d{3})*\.\d{2}\)?$/;

/** Boxes that cover each other for the most part. */
function samePlace(a: OcrWord, b: OcrWord): boolean {
  const across = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const down = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return across > 0 && down > 0 && across * down > 0.6 * Math.max(a.width * a.height, b.width * b.height);
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
