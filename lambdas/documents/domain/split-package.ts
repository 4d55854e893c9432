import type { DocumentType } from './document-reading.ts';
import { findLabels } from './geometry/find-label.ts';
import type { Layout } from './geometry/layout.ts';
import type { Classified } from './classify.ts';
import { fold } from './values/fold.ts';

export interface ClassifiedPage extends Classified {
  layout: Layout;
}

/** One document of a package: consecutive pages, never a new file. */
export interface PageRange {
  type: DocumentType;
  pages: readonly ClassifiedPage[];
}

/** `Page 2 of 5`, wherever it stands on the page. */
interface Numbering {
  page: number;
  of: number;
}

/**
 * Pages in order become documents: a page joins the one before when it numbers on from it (`page 2 of 5`), shows the same
 * account, or carries on a form that has several pages. Pages of unknown type stand alone unless they number on.
 */
export function splitPackage(pages: readonly ClassifiedPage[]): PageRange[] {
  const ranges: ClassifiedPage[][] = [];
  for (const page of pages) {
    const range = ranges.at(-1);
    if (range && carriesOn(range, page)) range.push(page);
    else ranges.push([page]);
  }
  return ranges.map((range) => ({ type: range[0]?.type ?? 'unknown', pages: range }));
}

function carriesOn(range: readonly ClassifiedPage[], page: ClassifiedPage): boolean {
  const first = range[0];
  const before = range.at(-1);
  if (!first || !before || first.type === 'unknown') return false;
  const same = page.type === first.type || (page.type === 'unknown' && page.continues === first.type);
  if (numbersOn(before.layout, page.layout) && (same || page.type === 'unknown')) return true;
  if (!same || startsAnew(page, first.type)) return false;
  if (first.type === 'bank-statement') return sharesAccount(range, page) || page.type === 'unknown';
  if (first.type === 'urla') return true;
  if (first.type === 'form-1040') return page.type === 'unknown';
  return first.type === 'w2' && samePrinting(first.layout, page.layout);
}

function numbersOn(before: Layout, page: Layout): boolean {
  const one = numberings(before);
  return numberings(page).some((next) =>
    one.some((last) => last.of === next.of && next.page === last.page + 1),
  );
}

function numberings(layout: Layout): Numbering[] {
  return layout.lines.flatMap((line) =>
    [...fold(line.map((cell) => cell.text).join(' ')).matchAll(/\bpage (\d{1,3}) of (\d{1,3})\b/g)].map(
      (match) => ({ page: Number.parseInt(match[1] ?? '', 10), of: Number.parseInt(match[2] ?? '', 10) }),
    ),
  );
}

/** A first page of its own: page 1 of a count, or the section that opens the form. */
function startsAnew(page: ClassifiedPage, type: DocumentType): boolean {
  const opens =
    type === 'urla'
      ? findLabels(page.layout, {
          opens: ['1a personal information', 'i types of mortgage and terms of loan'],
        }).length > 0
      : false;
  return opens || numberings(page.layout).some((numbering) => numbering.page === 1 && numbering.of > 1);
}

function sharesAccount(range: readonly ClassifiedPage[], page: ClassifiedPage): boolean {
  const numbers = longNumbers(page.layout);
  const known = new Set(range.flatMap((other) => longNumbers(other.layout)));
  return numbers.length === 0 || numbers.some((number) => known.has(number));
}

function longNumbers(layout: Layout): string[] {
  return layout.cells
    .flatMap((cell) => cell.words)
    .map((word) => word.text.replace(/[\s-]/g, ''))
    .filter((text) => /^\d{8,17}$/.test(text));
}

/** Copies of one W-2 on several pages have the same amounts and numbers on them. */
function samePrinting(one: Layout, other: Layout): boolean {
  const figures = (layout: Layout): Set<string> =>
    new Set(
      layout.cells
        .flatMap((cell) => cell.words)
        .map((word) => word.text)
        .filter((text) => /\d{2}[.-]\d{2}/.test(text)),
    );
  const [left, right] = [figures(one), figures(other)];
  const shared = [...left].filter((text) => right.has(text)).length;
  return shared >= 4 && shared >= 0.6 * Math.min(left.size, right.size);
}
