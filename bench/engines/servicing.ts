import { analyzeEscrow, type EscrowAnalysisInput } from '../../lambdas/rules/escrow/escrow-analysis.ts';
import { fixedRatePlan } from '../../lambdas/rules/amortization/note-plans.ts';
import { AccountEventSchema } from '../../lambdas/rules/servicing/account-event.ts';
import { AccountTermsSchema } from '../../lambdas/rules/servicing/account-terms.ts';
import { replay } from '../../lambdas/rules/servicing/replay.ts';
import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarDate,
  partsOf,
} from '../../lambdas/shared/calendar.ts';
import { cents } from '../../lambdas/shared/money.ts';
import { ppm } from '../../lambdas/shared/rate.ts';
import type { Figure } from '../figure.ts';
import { compared } from './compared.ts';

const years = 10;
const firstDueOn = calendarDate('2017-01-01');

export function measureServicing(): Figure[] {
  return [...tenYears(), ...escrow()];
}

const terms = AccountTermsSchema.parse({
  note: fixedRatePlan({ principalCents: cents(28_800_000), ratePpm: ppm(41_250), months: 360, firstDueOn }),
  openedOn: '2016-12-01',
  escrowCents: 60_000,
  lateCharge: { graceDays: 15, amount: { kind: 'percent', ratePpm: 50_000, of: 'principal-and-interest' } },
  returnedPaymentFeeCents: 2_500,
});

interface Paid {
  on: CalendarDate;
  amountCents: number;
}

interface Receipt {
  day: number;
  amount: number;
}

/** On time but for every eleventh payment, which comes after its grace days; a little more each fifth. */
const paid: Paid[] = Array.from({ length: 12 * years }, (_, index) => {
  const dueOn = addMonths(firstDueOn, index);
  return {
    on: index % 11 === 10 ? addDays(dueOn, 18) : dueOn,
    amountCents: 210_000 + (index % 5 === 4 ? 25_000 : 0),
  };
});

function tenYears(): Figure[] {
  const events = paid.map(({ on, amountCents }, index) =>
    AccountEventSchema.parse({
      kind: 'payment',
      id: `payment-${index}`,
      effectiveOn: on,
      enteredAt: `${on}T12:00:00Z`,
      amountCents,
    }),
  );
  const on = addMonths(firstDueOn, 12 * years);
  const receipts = paid.map((each) => ({ day: partsOf(each.on).day, amount: each.amountCents / 100 }));
  return compared(
    `replay of ${years} years of payments, all balances and books`,
    () => replay(terms, events, { on }),
    {
      name: 'the same payments in order once, a loop in floats',
      call: () => floatReplay(288_000, 0.04125 / 12, receipts),
    },
  );
}

interface Held {
  balance: number;
  held: number;
  lateCharges: number;
  due: { interest: number; principal: number; escrow: number; left: number }[];
  books: [day: number, account: string, amount: number][];
}

/** Due dates, the oldest first, late charges, the rest to principal, and books, of this one history in this one order. */
function floatReplay(principal: number, monthlyRate: number, receipts: readonly Receipt[]): Held {
  const payment = (principal * monthlyRate) / (1 - (1 + monthlyRate) ** -360);
  const state: Held = { balance: principal, held: 0, lateCharges: 0, due: [], books: [] };
  for (const [month, { day, amount }] of receipts.entries()) {
    const interest = state.balance * monthlyRate;
    state.due.push({ interest, principal: payment - interest, escrow: 600, left: payment + 600 });
    if (day > 15) state.lateCharges += payment * 0.05;
    state.held += amount;
    for (let next = state.due[0]; next && state.held >= next.left; next = state.due[0]) {
      state.held -= next.left;
      state.balance -= next.principal;
      state.books.push([month, 'interest', next.interest], [month, 'principal', next.principal]);
      state.books.push([month, 'escrow', next.escrow], [month, 'cash', -next.left]);
      state.due.shift();
    }
    const charged = Math.min(state.held, state.lateCharges);
    state.lateCharges -= charged;
    state.balance -= state.held - charged;
    state.books.push([month, 'late-charges', charged], [month, 'principal', state.held - charged]);
    state.held = 0;
  }
  return state;
}

const account: EscrowAnalysisInput = {
  analyzedOn: '2026-12-10',
  firstPaymentOn: '2027-01-01',
  balanceCents: 90_000,
  previousPaymentCents: 38_000,
  items: [
    {
      id: 'county',
      kind: 'property-tax',
      bills: [
        { amountCents: 180_000, deadlineOn: '2027-05-31' },
        { amountCents: 180_000, deadlineOn: '2027-11-30' },
      ],
    },
    { id: 'home', kind: 'homeowners-insurance', bills: [{ amountCents: 120_000, deadlineOn: '2027-07-15' }] },
  ],
};

function escrow(): Figure[] {
  const out = [0, 0, 0, 0, 1_800, 0, 1_200, 0, 0, 0, 1_800, 0];
  return compared('escrow analysis: three steps, settlement, projection', () => analyzeEscrow(account), {
    name: 'the three trial balances, loops in floats',
    call: () => floatTarget(out),
  });
}

/** Trial balances from nothing, with the lowest month at zero, and with a cushion of two months. */
function floatTarget(out: readonly number[]): number[][] {
  const monthly = out.reduce((sum, amount) => sum + amount, 0) / 12;
  const trial = (start: number) => {
    let balance = start;
    return out.map((amount) => (balance += monthly - amount));
  };
  const initial = trial(0);
  const lowest = Math.min(...initial);
  return [initial, trial(-lowest), trial(-lowest + 2 * monthly)];
}
