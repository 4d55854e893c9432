/** Pages that one step reads: long enough to open the file seldom, short enough to end well within the step's time. */
export const PAGES_IN_RANGE = 10;

/** Page numbers in runs of at most `size`, in order. */
export function pageRanges(pages: readonly number[], size = PAGES_IN_RANGE): number[][] {
  const ranges: number[][] = [];
  for (let start = 0; start < pages.length; start += size) ranges.push(pages.slice(start, start + size));
  return ranges;
}
