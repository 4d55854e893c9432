import { estimatedCharge } from './disbursements.ts';
import { plus, rational } from '../../shared/rational.ts';
import type { EscrowItem } from './escrow-item.ts';
import type { Occurrence } from './disbursements.ts';
import type { Rational } from '../../shared/rational.ts';

const MONTHS = 12;

/**
 * The estimated total of a year's disbursements in cents, exactly. Of a bill that comes less often than yearly a
 * year's part counts: a three-year flood premium is collected in 36 equal amounts (1024.17(c)(9)).
 */
export function yearlyTotal(items: readonly EscrowItem[], found: readonly Occurrence[]): Rational {
  let often = 0;
  for (const { item, bill, amountCents, place } of found)
    if (place < MONTHS && bill.everyMonths <= MONTHS && items.includes(item)) often += amountCents;
  let total = rational(often);
  for (const { bills } of items)
    for (const bill of bills)
      if (bill.everyMonths > MONTHS)
        total = plus(total, rational(estimatedCharge(bill) * MONTHS, bill.everyMonths));
  return total;
}

/** How many months it takes until every bill has come round: twelve, or more with bills of several years. */
export function cycleMonths(items: readonly EscrowItem[]): number {
  let cycle = MONTHS;
  for (const { bills } of items)
    for (const { everyMonths } of bills) cycle = leastCommonMultiple(cycle, everyMonths);
  return cycle;
}

function leastCommonMultiple(a: number, b: number): number {
  let multiple = a;
  while (multiple % b !== 0) multiple += a;
  return multiple;
}
