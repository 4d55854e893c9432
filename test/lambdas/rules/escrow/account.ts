import type { AccountTermsSchema } from '../../../../lambdas/rules/escrow/account-projection.ts';
import type * as z from 'zod';

type Terms = z.input<typeof AccountTermsSchema>;
type Item = Terms['items'][number];

/** One bill a year. */
export const yearly = (
  id: string,
  amountCents: number,
  deadlineOn: string,
  kind: Item['kind'] = 'property-tax',
) => ({ id, kind, bills: [{ amountCents, deadlineOn }] }) satisfies Item;

/** Taxes in two parts, insurance in one: $4,800 a year, first payment in January. */
export const plainTerms = {
  firstPaymentOn: '2027-01-01',
  items: [
    {
      id: 'county',
      kind: 'property-tax',
      bills: [
        { amountCents: 180_000, deadlineOn: '2027-05-31' },
        { amountCents: 180_000, deadlineOn: '2027-11-30' },
      ],
    },
    yearly('home', 120_000, '2027-07-15', 'homeowners-insurance'),
  ],
} satisfies Terms;
