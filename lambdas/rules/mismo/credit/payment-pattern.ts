/** What a month of a payment pattern says. */
export type MonthRating =
  | 'as-agreed'
  | 'late-30'
  | 'late-60'
  | 'late-90'
  | 'late-120'
  | 'derogatory'
  | 'no-data'
  | 'too-new';

/** The marks of MISMO 2: `C` as agreed, `1` to `4` months late, 5 and up worse than late, `X` and `N` nothing known. */
const marks: ReadonlyMap<string, MonthRating> = new Map([
  ['C', 'as-agreed'],
  ['0', 'too-new'],
  ['1', 'late-30'],
  ['2', 'late-60'],
  ['3', 'late-90'],
  ['4', 'late-120'],
  ['5', 'derogatory'],
  ['6', 'derogatory'],
  ['7', 'derogatory'],
  ['8', 'derogatory'],
  ['9', 'derogatory'],
  ['X', 'no-data'],
  ['N', 'no-data'],
  ['-', 'no-data'],
  ['*', 'no-data'],
]);

export interface RatedMonth {
  /** `YYYY-MM`. */
  month: string;
  rating: MonthRating;
}

/** The months of a pattern, latest first: its first mark is of the start date. Undefined when it cannot be told. */
export function monthsOf(pattern: string, from: string | undefined): RatedMonth[] | undefined {
  const [, year, month] = /^(\d{4})-(\d{2})/.exec(from ?? '') ?? [];
  if (year === undefined || month === undefined) return undefined;
  const start = Number.parseInt(year, 10) * 12 + Number.parseInt(month, 10) - 1;
  const rated = Array.from(pattern, (mark, back) => {
    const at = start - back;
    const named = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
    const rating = marks.get(mark.toUpperCase());
    return rating && { month: named, rating };
  });
  return rated.every((each) => each !== undefined) ? rated : undefined;
}
