import { cents } from '../../shared/money.ts';
import { dailyInterestOn } from './daily-interest.ts';
import { dailyParts, prospects } from './make-instalment.ts';
import { owedOn } from './account.ts';
import type { Account, Charge, Instalment, InstalmentParts } from './account.ts';
import type { Bucket, Claim, Timing } from './waterfall.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';
import type { Prospect } from './make-instalment.ts';

export interface Claims {
  claims: readonly Claim[];
  /** Instalments offered that are not made out yet: those that money reaches are. */
  offered: readonly Prospect[];
}

/**
 * Everything that money received on a day can be applied to. Instalments to come are offered where the note pays ahead,
 * as many as the money could reach; where it does not, the next one alone, and only when nothing is due: a payment that
 * comes early is a periodic payment all the same (12 CFR 1026.36(c)(1)(i)).
 */
export function claimsOn(account: Account, on: CalendarDate, availableCents: Cents): Claims {
  const { waterfall } = account.loan.terms;
  const paysAhead = waterfall.stages.some(({ timings }) => timings.includes('in-advance'));
  const offered = paysAhead
    ? reachable(account, availableCents)
    : account.open.length === 0
      ? firstOf(account)
      : [];
  const left = { interestCents: dailyInterestOn(account, on), principalCents: account.principalCents };
  const claims: Claim[] = [];
  for (const instalment of [...account.open, ...offered.map((prospect) => prospect.instalment)]) {
    const timing = paysAhead || instalment.dueOn <= on ? timingOf(instalment.dueOn, on) : 'due';
    claims.push(...instalmentClaims(account, instalment, timing, left));
  }
  const charged = account.charges.filter((charge) => owedOn(charge) > 0);
  return { claims: [...claims, ...charged.map((charge) => chargeClaim(account, charge, on))], offered };
}

function firstOf(account: Account): Prospect[] {
  const { value, done } = prospects(account).next();
  return done ? [] : [value];
}

function reachable(account: Account, availableCents: Cents): Prospect[] {
  const found: Prospect[] = [];
  let asked = 0;
  for (const prospect of prospects(account)) {
    found.push(prospect);
    // principal alone: an order that takes one bucket of all instalments first reaches furthest by it
    asked += prospect.instalment.full.principalCents;
    if (asked > availableCents) break;
  }
  return found;
}

const timingOf = (dueOn: CalendarDate, on: CalendarDate): Timing =>
  dueOn < on ? 'past-due' : dueOn === on ? 'due' : 'in-advance';

function instalmentClaims(
  account: Account,
  instalment: Instalment,
  timing: Timing,
  left: { interestCents: Cents; principalCents: Cents },
): Claim[] {
  const parts = partsOf(account, instalment, left);
  const claim = (bucket: Bucket, amountCents: Cents): Claim => ({
    key: instalment.dueOn,
    instalmentOn: instalment.dueOn,
    bucket,
    timing,
    amountCents,
  });
  return [
    claim('interest', parts.interestCents),
    claim('principal', parts.principalCents),
    claim('escrow', parts.escrowCents),
  ].filter(({ amountCents }) => amountCents > 0);
}

function partsOf(
  account: Account,
  { unpaid, index }: Instalment,
  left: { interestCents: Cents; principalCents: Cents },
): InstalmentParts {
  if (account.loan.terms.interest.kind !== 'daily') return unpaid;
  const isLast = index === account.loan.count - 1;
  const parts = dailyParts(unpaid.principalCents, isLast, left);
  left.interestCents = cents(left.interestCents - parts.interestCents);
  left.principalCents = cents(left.principalCents - parts.principalCents);
  return { ...parts, escrowCents: unpaid.escrowCents };
}

function chargeClaim({ loan }: Account, charge: Charge, on: CalendarDate): Claim {
  const instalmentOn = firstDueFrom(loan.periods, charge.dueOn) ?? charge.dueOn;
  const placedOn = loan.terms.waterfall.chargeTiming === 'own-date' ? charge.dueOn : instalmentOn;
  const { id, bucket } = charge;
  return { key: id, instalmentOn, bucket, timing: timingOf(placedOn, on), amountCents: owedOn(charge) };
}

/** The first due date on or after a day: halved, not walked, since every payment asks it of every charge. */
function firstDueFrom(
  periods: readonly { dueOn?: CalendarDate }[],
  day: CalendarDate,
): CalendarDate | undefined {
  let [from, to] = [0, periods.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const { dueOn } = periods[middle] ?? {};
    if (dueOn !== undefined && dueOn < day) from = middle + 1;
    else to = middle;
  }
  return periods[from]?.dueOn;
}
