import { cents, subtractCents, sumCents } from '../../shared/money.ts';
import { halfUp } from '../../shared/rounding.ts';
import { invalid } from '../../shared/errors.ts';
import { levelPayment } from './level-payment.ts';
import { periodicRate, ppm } from '../../shared/rate.ts';
import type { Cents } from '../../shared/money.ts';
import type { NoteTerms } from './note-plans.ts';
import type { Ppm } from '../../shared/rate.ts';

export interface BuydownYear {
  effectiveRatePpm: Ppm;
  /** What the borrower pays a month. */
  borrowerPaymentCents: Cents;
  /** What the buydown fund adds to make up the note's payment. */
  subsidyCents: Cents;
  months: number;
}

export interface Buydown {
  notePaymentCents: Cents;
  years: readonly BuydownYear[];
  /** What must be deposited at closing. */
  fundCents: Cents;
}

/**
 * A temporary buydown such as 2-1: the note and its schedule stay at the note rate; the borrower pays as if the rate
 * were lower by so many points in each year, and a fund pays the rest (Fannie Mae Selling Guide B2-1.4-04).
 * @param reductions points below the note rate, one for each twelve months: 2-1 is [20,000, 10,000]
 */
export function temporaryBuydown(
  { principalCents, ratePpm, months }: NoteTerms,
  reductions: readonly Ppm[],
): Buydown {
  const paymentAt = (rate: Ppm) => levelPayment(principalCents, periodicRate(rate, 12), months, halfUp);
  const notePaymentCents = paymentAt(ratePpm);
  const years = reductions.map((reduction) => {
    if (reduction > ratePpm)
      throw invalid('BuydownTooDeep', 'a rate is not bought down below zero', { reduction });
    const effectiveRatePpm = ppm(ratePpm - reduction);
    const borrowerPaymentCents = paymentAt(effectiveRatePpm);
    const subsidyCents = subtractCents(notePaymentCents, borrowerPaymentCents);
    return { effectiveRatePpm, borrowerPaymentCents, subsidyCents, months: 12 };
  });
  const fundCents = sumCents(years.map((year) => cents(year.subsidyCents * year.months)));
  return { notePaymentCents, years, fundCents };
}
