/** A page as grey pixels, one byte each, rows from the top; turned and resized before it is read. */
export interface GrayPicture {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** Clockwise. */
export type Turn = 0 | 90 | 180 | 270;

export function turned(picture: GrayPicture, turn: Turn): GrayPicture {
  if (turn === 0) return picture;
  const { width, height, pixels } = picture;
  const flat = turn === 180;
  const out = new Uint8Array(pixels.length);
  const outWidth = flat ? width : height;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const toX = flat ? width - 1 - x : turn === 90 ? height - 1 - y : y;
      const toY = flat ? height - 1 - y : turn === 90 ? x : width - 1 - x;
      out[toY * outWidth + toX] = pixels[y * width + x] ?? 255;
    }
  }
  return { width: outWidth, height: flat ? height : width, pixels: out };
}

/** Linear between pixels when growing, the mean of what falls together when shrinking to half or less. */
export function resized(picture: GrayPicture, width: number): GrayPicture {
  if (width === picture.width) return picture;
  if (width * 2 <= picture.width) return resized(halved(picture), width);
  const height = Math.max(1, Math.round((picture.height * width) / picture.width));
  const pixels = new Uint8Array(width * height);
  const step = { x: picture.width / width, y: picture.height / height };
  for (let y = 0; y < height; y += 1) {
    const fromY = Math.min(Math.max((y + 0.5) * step.y - 0.5, 0), picture.height - 1);
    const top = Math.floor(fromY) * picture.width;
    const bottom = Math.min(Math.floor(fromY) + 1, picture.height - 1) * picture.width;
    const down = fromY - Math.floor(fromY);
    for (let x = 0; x < width; x += 1) {
      const fromX = Math.min(Math.max((x + 0.5) * step.x - 0.5, 0), picture.width - 1);
      const left = Math.floor(fromX);
      const right = Math.min(left + 1, picture.width - 1);
      const across = fromX - left;
      const upper = picture.pixels[top + left]! * (1 - across) + picture.pixels[top + right]! * across;
      const lower = picture.pixels[bottom + left]! * (1 - across) + picture.pixels[bottom + right]! * across;
      pixels[y * width + x] = upper * (1 - down) + lower * down;
    }
  }
  return { width, height, pixels };
}

function halved({ width, height, pixels }: GrayPicture): GrayPicture {
  const [w, h] = [Math.floor(width / 2), Math.max(1, Math.floor(height / 2))];
  const out = new Uint8Array(w * h);
  for (let y = 0; y < h; y += 1) {
    for (let x = 0; x < w; x += 1) {
      const at = Math.min(2 * y, height - 1) * width + 2 * x;
      const below = Math.min(2 * y + 1, height - 1) * width + 2 * x;
      out[y * w + x] = (pixels[at]! + pixels[at + 1]! + pixels[below]! + pixels[below + 1]! + 2) >> 2;
    }
  }
  return { width: w, height: h, pixels: out };
}

/** Portable graymap: what the reader's picture library takes without decoding. */
export function toPgm({ width, height, pixels }: GrayPicture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), pixels]);
}
