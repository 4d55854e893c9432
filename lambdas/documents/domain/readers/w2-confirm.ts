import { centsOf } from '../document-reading.ts';
import type { Field } from '../document-reading.ts';
import { confirm, contradict } from './collector.ts';

/** Employee's shares: 6.2 % (4.2 % in 2011 and 2012) and 1.45 %, IRC 3101(a) and (b)(1). */
const SOCIAL_SECURITY_BASIS_POINTS = [620, 420];
const MEDICARE_BASIS_POINTS = 145;
const TOLERANCE_CENTS = 5;

export function isShareOf(part: number, whole: number, basisPoints: number): boolean {
  return Math.abs(part * 10_000 - whole * basisPoints) <= TOLERANCE_CENTS * 10_000;
}

/** Boxes 3 with 4, and 5 with 6, confirm each other by the rate of the tax; box 1 equal to 3 or 5 is confirmed with it. */
export function confirmW2(fields: readonly Field[]): Field[] {
  const amount = (name: string): number | undefined => centsOf({ fields }, name);
  const [wages, tax, medicareWages, medicareTax, first] = ['box3', 'box4', 'box5', 'box6', 'box1'].map(
    amount,
  );
  const right = new Set<string>();
  if (
    wages &&
    tax &&
    SOCIAL_SECURITY_BASIS_POINTS.some(
      (rate) => isShareOf(tax, wages + (amount('box7') ?? 0), rate) || isShareOf(tax, wages, rate),
    )
  )
    ['box3', 'box4'].forEach((name) => right.add(name));
  if (medicareWages && medicareTax && isShareOf(medicareTax, medicareWages, MEDICARE_BASIS_POINTS))
    ['box5', 'box6'].forEach((name) => right.add(name));
  if (first && ((right.has('box3') && first === wages) || (right.has('box5') && first === medicareWages)))
    right.add('box1');
  if (right.has('box3') && first && wages === medicareWages && first === wages) right.add('box5');
  const wrong = new Set<string>();
  if (wages && tax && !right.has('box3')) ['box3', 'box4'].forEach((name) => wrong.add(name));
  if (medicareWages && medicareTax && !right.has('box5')) ['box5', 'box6'].forEach((name) => wrong.add(name));
  return contradict(confirm(fields, right), wrong, 'the tax is not the share of the wages that the law sets');
}
