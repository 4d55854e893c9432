import { formDate } from './form-date.ts';
import { formatDollars, sumCents } from '../../../shared/money.ts';
import type { Cents } from '../../../shared/money.ts';
import type { NamedAmount, Proration } from './sale.ts';

export interface SummaryLine {
  /** `01` in its table. */
  line: string;
  label: string;
  /** Absent when paid outside of closing: then the label holds the amount. */
  amountCents?: Cents;
  citation: string;
}

export interface Summary {
  title: string;
  lines: readonly SummaryLine[];
  totalCents: Cents;
  citation: string;
}

type Unnumbered = Omit<SummaryLine, 'line'>;

/** A line of the form that stands whatever its amount. */
export const fixedLine = (label: string, amountCents: Cents, citation: string): Unnumbered => ({
  label,
  amountCents,
  citation,
});

/** A line for an amount that is there only when it is not zero. */
export const lineIfAny = (label: string, amountCents: Cents, citation: string): Unnumbered[] =>
  amountCents === 0 ? [] : [fixedLine(label, amountCents, citation)];

/** `$500.00 Principal Reduction P.O.C. Lender` is in no total. */
export const namedLine = (
  { description, amountCents, paidOutsideClosingBy }: NamedAmount,
  citation: string,
): Unnumbered =>
  paidOutsideClosingBy === undefined
    ? { label: description, amountCents, citation }
    : {
        label: `${formatDollars(amountCents)} ${description} P.O.C. ${paidOutsideClosingBy}`,
        citation: '1026.38(j)(4)(i)',
      };

const prorationNames = {
  'city-town-taxes': 'City/Town Taxes',
  'county-taxes': 'County Taxes',
  assessments: 'Assessments',
} as const;
const prorationOrder = ['city-town-taxes', 'county-taxes', 'assessments', 'other'] as const;

/** City, county and assessment lines in the form's order, each with its period; then the others. */
export function prorationLines(prorations: readonly Proration[], citation: string): Unnumbered[] {
  return prorations
    .toSorted((a, b) => prorationOrder.indexOf(a.kind) - prorationOrder.indexOf(b.kind))
    .map(({ kind, description, fromOn, toOn, amountCents }) => {
      const name = kind === 'other' ? (description ?? '') : prorationNames[kind];
      const period = fromOn && toOn ? ` ${formDate(fromOn)} to ${formDate(toOn)}` : '';
      return { label: `${name}${period}`, amountCents, citation };
    });
}

/** Lines in order with their numbers, and their sum: what is paid outside of closing has no amount. */
export function summary(title: string, lines: readonly Unnumbered[], citation: string): Summary {
  return {
    title,
    lines: lines.map((line, index) => ({ line: String(index + 1).padStart(2, '0'), ...line })),
    totalCents: sumCents(
      lines.flatMap(({ amountCents }) => (amountCents === undefined ? [] : [amountCents])),
    ),
    citation,
  };
}

/** What of a list goes through the closing. */
export const paidAtClosing = (amounts: readonly NamedAmount[]): Cents =>
  sumCents(
    amounts
      .filter(({ paidOutsideClosingBy }) => paidOutsideClosingBy === undefined)
      .map(({ amountCents }) => amountCents),
  );
