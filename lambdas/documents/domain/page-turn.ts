import type { Box } from './page-words.ts';

/** Degrees clockwise that bring a page upright. */
export type PageTurn = 0 | 90 | 180 | 270;

/** A word's outline, beginning at the top left of its own text. */
type Outline = readonly { X: number; Y: number }[];

/** By vote of the words' own baselines; words whose outline says nothing (points, missing polygons) do not vote. */
export function turnOf(outlines: readonly Outline[]): PageTurn {
  const votes: Record<PageTurn, number> = { 0: 0, 90: 0, 180: 0, 270: 0 };
  for (const [start, end] of outlines) {
    if (!start || !end) continue;
    const [across, down] = [end.X - start.X, end.Y - start.Y];
    if (Math.abs(across) === Math.abs(down)) continue;
    const turn = Math.abs(across) > Math.abs(down) ? (across > 0 ? 0 : 180) : down < 0 ? 90 : 270;
    votes[turn] += 1;
  }
  const turns: PageTurn[] = [0, 90, 180, 270];
  return turns.reduce((best, turn) => (votes[turn] > votes[best] ? turn : best));
}

/** A box of the page as sent, on the page turned upright. */
export function upright({ left, top, width, height }: Box, turn: PageTurn): Box {
  if (turn === 90) return { left: 1 - top - height, top: left, width: height, height: width };
  if (turn === 180) return { left: 1 - left - width, top: 1 - top - height, width, height };
  if (turn === 270) return { left: top, top: 1 - left - width, width: height, height: width };
  return { left, top, width, height };
}
