import { PaymentTermsSchema, finalBalloon, withoutResidue } from './payment-terms.ts';
import { addCents, cents } from '../../shared/money.ts';
import { toWholeDollars } from './disclosure-text.ts';
import type { Cents } from '../../shared/money.ts';
import type { MonthPayment, PaymentTerms } from './payment-terms.ts';
import type * as z from 'zod';

export interface AmountRange {
  leastCents: Cents;
  mostCents: Cents;
}

export interface ProjectedColumn {
  /** `Years 1-7`, `Year 8`, `Final Payment`. */
  label: string;
  principalAndInterest: AmountRange;
  isOnlyInterest: boolean;
  mortgageInsuranceCents: Cents;
  escrowCents: Cents;
  total: AmountRange;
}

/** The form decides what is rounded: the Loan Estimate shows whole dollars, the Closing Disclosure cents. */
export type Form = 'loan-estimate' | 'closing-disclosure';

/** 1026.37(c)(1)(ii). */
const MOST_COLUMNS = 4;

/** A year of the table: twelve months from the first due date or its anniversary (1026.37(c)(3)(ii)). */
interface Span {
  fromYear: number;
  toYear: number;
  payment: AmountRange;
  isOnlyInterest: boolean;
  hasInsurance: boolean;
}

/** The projected payments table of 1026.37(c), 1026.38(c): at most four columns of whole years. */
export function projectedPayments(input: z.input<typeof PaymentTermsSchema>, form: Form): ProjectedColumn[] {
  const terms = PaymentTermsSchema.parse(input);
  const balloon = finalBalloon(terms.months);
  const room = MOST_COLUMNS - (balloon ? 1 : 0);
  const years = yearsOf(terms, balloon !== undefined);
  const all = merged(years, (a, b) => samePayment(a, b) && a.hasInsurance === b.hasInsurance);
  // the end of mortgage insurance gives way first, then the last changes share a range (1026.37(c)(1)(ii))
  const spans = all.length <= room ? all : combined(merged(years, samePayment), room);
  const columns = spans.map((span) => columnOf(span, terms, form));
  if (!balloon) return columns;
  const { leastCents, mostCents } = balloon;
  const last = { fromYear: 0, toYear: 0, payment: { leastCents, mostCents }, isOnlyInterest: false };
  const hasInsurance = insuredAt(terms, terms.months.length);
  return [...columns, { ...columnOf({ ...last, hasInsurance }, terms, form), label: 'Final Payment' }];
}

const insuredAt = ({ mortgageInsurance }: PaymentTerms, payment: number): boolean =>
  mortgageInsurance !== undefined && payment <= mortgageInsurance.payments;

/** What each year shows: the payment at its start, or the range of all when more than one change falls in it. */
function yearsOf(terms: PaymentTerms, hasBalloon: boolean): Span[] {
  const regular = hasBalloon ? terms.months.slice(0, -1) : withoutResidue(terms.months);
  const years: Span[] = [];
  for (let start = 0; start < regular.length; start += 12) {
    const months = regular.slice(start, start + 12);
    const first = months[0] as MonthPayment; // a year has a month
    const changes = months.slice(1).filter((month, index) => !same(month, months[index] as MonthPayment));
    const shown = changes.length > 1 ? rangeOf(months) : rangeOf([first]);
    const year = start / 12 + 1;
    years.push({
      fromYear: year,
      toYear: year,
      payment: shown,
      isOnlyInterest: first.isInterestOnly,
      hasInsurance: insuredAt(terms, start + 1),
    });
  }
  return years;
}

const same = (a: MonthPayment, b: MonthPayment): boolean =>
  a.leastCents === b.leastCents && a.mostCents === b.mostCents;

const samePayment = (a: Span, b: Span): boolean =>
  a.payment.leastCents === b.payment.leastCents &&
  a.payment.mostCents === b.payment.mostCents &&
  a.isOnlyInterest === b.isOnlyInterest;

const rangeOf = (amounts: readonly AmountRange[]): AmountRange => ({
  leastCents: cents(Math.min(...amounts.map(({ leastCents }) => leastCents))),
  mostCents: cents(Math.max(...amounts.map(({ mostCents }) => mostCents))),
});

/** Neighbours that are alike become one; the first one's insurance is shown. */
function merged(years: readonly Span[], alike: (a: Span, b: Span) => boolean): Span[] {
  const spans: Span[] = [];
  for (const year of years) {
    const last = spans.at(-1);
    if (last && alike(last, year)) last.toYear = year.toYear;
    else spans.push({ ...year });
  }
  return spans;
}

/** The last of too many columns together, as one range. */
function combined(spans: readonly Span[], room: number): Span[] {
  if (spans.length <= room) return [...spans];
  const rest = spans.slice(room - 1);
  const [first, last] = [rest[0] as Span, rest.at(-1) as Span]; // more spans than room
  const payment = rangeOf(rest.map((span) => span.payment));
  const isOnlyInterest = rest.every((span) => span.isOnlyInterest);
  return [...spans.slice(0, room - 1), { ...first, toYear: last.toYear, payment, isOnlyInterest }];
}

function columnOf(span: Span, terms: PaymentTerms, form: Form): ProjectedColumn {
  const isEstimate = form === 'loan-estimate';
  const rounded = (amount: Cents) => (isEstimate ? toWholeDollars(amount) : amount);
  const insurance = span.hasInsurance ? (terms.mortgageInsurance?.monthlyCents ?? cents(0)) : cents(0);
  const mortgageInsuranceCents = rounded(insurance);
  const escrowCents = rounded(terms.monthlyEscrowCents ?? cents(0));
  // a range is shown in whole dollars on both forms, 1026.37(o)(4)(i)(A) and 38(t)(4)(i)(A)
  const isRange = span.payment.leastCents !== span.payment.mostCents;
  const shown = (amount: Cents) => (isRange ? toWholeDollars(amount) : amount);
  const { leastCents, mostCents } = span.payment;
  const totalOf = (amount: Cents) => {
    const total = addCents(addCents(shown(amount), mortgageInsuranceCents), escrowCents);
    return isRange ? toWholeDollars(total) : rounded(total);
  };
  const { fromYear, toYear } = span;
  return {
    label: fromYear === toYear ? `Year ${fromYear}` : `Years ${fromYear}-${toYear}`,
    principalAndInterest: { leastCents: shown(leastCents), mostCents: shown(mostCents) },
    isOnlyInterest: span.isOnlyInterest,
    mortgageInsuranceCents,
    escrowCents,
    total: { leastCents: totalOf(leastCents), mostCents: totalOf(mostCents) },
  };
}
