/** Two 32-bit digests of a text, mixed in one pass (multiply and fold, as in MurmurHash). */
function digest(text: string): readonly [high: number, low: number] {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x9e3779b1);
    low = Math.imul(low ^ code, 0x5f356495);
    high ^= high >>> 15;
    low ^= low >>> 13;
  }
  high = Math.imul(high ^ (low >>> 16), 0x85ebca6b);
  low = Math.imul(low ^ (high >>> 13), 0xc2b2ae35);
  return [(high ^ (high >>> 16)) >>> 0, (low ^ (low >>> 16)) >>> 0];
}

const FIRST_SLOTS = 1024;

/**
 * Remembers texts by 64 bits of digest, with the line on which each first stood and up to eight marks: 13 bytes a slot,
 * at most half full, so a million texts of any length take some 27 MB. Two different texts of a million pass for one
 * about once in forty million files.
 */
export class DigestSet {
  private high = new Uint32Array(FIRST_SLOTS);
  private low = new Uint32Array(FIRST_SLOTS);
  /** 0 is a free slot. */
  private lines = new Uint32Array(FIRST_SLOTS);
  private marks = new Uint8Array(FIRST_SLOTS);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /**
   * Adds marks (bits) to a text that stands on a line counted from 1, and answers with those it had before and the line
   * on which it first stood.
   */
  mark(text: string, line: number, marks: number): { before: number; firstLine: number } {
    const [high, low] = digest(text);
    const slot = this.slotOf(high, low);
    const firstLine = this.lines[slot] ?? 0;
    const before = this.marks[slot] ?? 0;
    this.marks[slot] = before | marks;
    if (firstLine !== 0) return { before, firstLine };
    this.put(slot, high, low, line);
    this.count += 1;
    if (this.count * 2 > this.lines.length) this.grow();
    return { before, firstLine: line };
  }

  private put(slot: number, high: number, low: number, line: number): void {
    this.high[slot] = high;
    this.low[slot] = low;
    this.lines[slot] = line;
  }

  /** The slot that holds the digest, or the free one where it belongs. */
  private slotOf(high: number, low: number): number {
    const bits = this.lines.length - 1;
    let slot = low & bits;
    while (this.lines[slot] !== 0 && (this.high[slot] !== high || this.low[slot] !== low))
      slot = (slot + 1) & bits;
    return slot;
  }

  private grow(): void {
    const { high, low, lines, marks } = this;
    this.high = new Uint32Array(lines.length * 2);
    this.low = new Uint32Array(lines.length * 2);
    this.lines = new Uint32Array(lines.length * 2);
    this.marks = new Uint8Array(lines.length * 2);
    for (let index = 0; index < lines.length; index += 1) {
      const line = lines[index] ?? 0;
      if (line === 0) continue;
      const slot = this.slotOf(high[index] ?? 0, low[index] ?? 0);
      this.put(slot, high[index] ?? 0, low[index] ?? 0, line);
      this.marks[slot] = marks[index] ?? 0;
    }
  }
}
