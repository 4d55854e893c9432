import { Tally } from './tally.ts';
import { calendarDate } from '../../lambdas/shared/calendar.ts';
import { cents, parseDollars } from '../../lambdas/shared/money.ts';
import { ppmFromPercent } from '../../lambdas/shared/rate.ts';
import { readVectors } from './vector-file.ts';
import type { CalendarDate } from '../../lambdas/shared/calendar.ts';
import type { Cents } from '../../lambdas/shared/money.ts';
import type { Ppm } from '../../lambdas/shared/rate.ts';

interface Comment {
  label: string;
  text: string;
}

/** What a comment says, and ours; an argument where ours is held to be right against it. */
export type Row = readonly [what: string, ours: unknown, published: unknown, argument?: string];
export type Readers = Readonly<Record<string, (text: string) => readonly Row[]>>;

/** Holds the comments of a file that state figures against the engine; the rest are counted as words. */
export function holdComments(file: string, readers: Readers): string[] {
  const tally = new Tally(file);
  for (const { label, text } of readVectors<Comment[]>(file)) {
    const read = readers[label.replace(/^1026-/, '')];
    if (!read) tally.skip('states no figure that this engine works out, or leaves out its terms');
    else
      for (const [what, ours, published, argument] of read(text)) {
        if (argument === undefined) tally.check(`${label} ${what}`, ours, published);
        else tally.argue(`${label} ${what}`, ours, published, argument);
      }
  }
  return tally.report().disagreed;
}

/** The amounts of a text in order. */
export const amountsIn = (text: string): Cents[] =>
  [...text.matchAll(/\$((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d\d)?)/g)].map(([, digits = '']) =>
    parseDollars(digits),
  );

export const amountIn = (text: string, index: number): Cents => amountsIn(text)[index] ?? cents(-1);

/** The percentages of a text in order. */
export const percentsIn = (text: string): Ppm[] =>
  [...text.matchAll(/(\d+(?:\.\d+)?) ?(?:percent|%)/g)].map(([, digits = '']) => ppmFromPercent(digits));

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'];

/** The days that a text names as `Monday, June 1`, in 2026: June 1 is a Monday then, as in the comments. */
export const datesIn = (text: string): CalendarDate[] =>
  [...text.matchAll(/day, (\w+) (\d+)/g)].map(([, month = '', day = '']) =>
    calendarDate(`2026-${String(months.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`),
  );

export const dateIn = (text: string, index: number): CalendarDate =>
  datesIn(text)[index] ?? calendarDate('0001-01-01');

/** What a text puts in quotation marks, with plain hyphens and without a full stop at the end. */
export const quotedIn = (text: string): string[] =>
  [...text.matchAll(/“([^”]*)”/g)].map(([, words = '']) => words.replaceAll('–', '-').replace(/[.,]$/, ''));
