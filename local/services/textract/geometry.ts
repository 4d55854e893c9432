import type { Turn } from './gray-picture.ts';
import type { ReadWord } from './page-reader.ts';

type Share = Pick<ReadWord, 'left' | 'top' | 'width' | 'height'>;

/** Textract's Geometry: box and polygon of the page as sent; the polygon begins at the text's own top left, so that it tells how text is turned. */
export function geometryOf(box: Share, turn: Turn) {
  const { left, top, width, height } = asSent(box, turn);
  const corners = [
    { X: left, Y: top },
    { X: left + width, Y: top },
    { X: left + width, Y: top + height },
    { X: left, Y: top + height },
  ];
  const first = (4 - turn / 90) % 4;
  return {
    BoundingBox: { Width: width, Height: height, Left: left, Top: top },
    Polygon: corners.map((_, index) => corners[(first + index) % 4]!),
  };
}

export type TextractGeometry = ReturnType<typeof geometryOf>;

function asSent(box: Share, turn: Turn): Share {
  const { left, top, width, height } = box;
  if (turn === 180) return { left: 1 - left - width, top: 1 - top - height, width, height };
  if (turn === 90) return { left: top, top: 1 - left - width, width: height, height: width };
  if (turn === 270) return { left: 1 - top - height, top: left, width: height, height: width };
  return { left, top, width, height };
}
