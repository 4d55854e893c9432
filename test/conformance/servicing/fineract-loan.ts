import { AccountEventSchema } from '../../../lambdas/rules/servicing/account-event.ts';
import { AccountTermsSchema } from '../../../lambdas/rules/servicing/account-terms.ts';
import { accountOn } from '../../../lambdas/rules/servicing/replay.ts';
import { addDays, calendarDate } from '../../../lambdas/shared/calendar.ts';
import { claimsOn } from '../../../lambdas/rules/servicing/claims.ts';
import { cents } from '../../../lambdas/shared/money.ts';
import { dueDate } from '../../../lambdas/rules/amortization/due-dates.ts';
import { payoffQuote } from '../../../lambdas/rules/servicing/payoff-quote.ts';
import { planOf, publishedCents, publishedDate } from '../amortization/fineract-terms.ts';
import type { AccountEvent } from '../../../lambdas/rules/servicing/account-event.ts';
import type { AccountTerms } from '../../../lambdas/rules/servicing/account-terms.ts';
import type { AmortizationPlanInput } from '../../../lambdas/rules/amortization/amortization-plan.ts';
import type { CalendarDate } from '../../../lambdas/shared/calendar.ts';
import type { Cents } from '../../../lambdas/shared/money.ts';
import type { Row, Step } from '../amortization/fineract-terms.ts';
import type { Stage, Waterfall } from '../../../lambdas/rules/servicing/waterfall.ts';

/** A scenario so far: terms and events in our words, or why it is none of ours from here on. */
export interface Loan {
  create?: Step;
  rule: string;
  on: CalendarDate;
  terms?: AccountTerms;
  events: AccountEvent[];
  /** What the scenario calls each payment, by our event's id. */
  names: Map<string, string>;
  stopped?: string;
}

const never: Readonly<Record<string, string>> = {
  chargeback: 'a chargeback makes principal due again: no transaction of a mortgage',
  charge_off: 'charge-off is the owner’s bookkeeping, not the borrower’s account',
  reamortize_or_reage: 're-amortized or re-aged by the servicer: a modification, whose terms are a new note',
  reschedule: 'rescheduled by the servicer: a modification, whose terms are a new note',
};

/** Takes one step of a scenario that does something. */
export function take(loan: Loan, step: Step): void {
  if (loan.stopped !== undefined) return;
  const text = (name: string) => textOf(step[name]);
  const dated = () => (step['date'] === undefined ? loan.on : publishedDate(text('date')));
  switch (step.step) {
    case 'business_date':
      loan.on = dated();
      break;
    case 'create_loan':
    case 'create_default_loan':
      loan.create = step;
      break;
    case 'allocation_rule':
      if (!loan.create && step['transaction_type'] === 'DEFAULT') loan.rule = text('future_installments');
      break;
    case 'disburse':
      disburse(loan, publishedCents(text('amount')), dated());
      break;
    case 'pay':
      if (step['kind'] === 'REFUND_BY_CASH') loan.stopped = 'a refund of a payment in cash: here a reversal';
      else if (hasOwnRule(loan, step))
        loan.stopped =
          'goodwill and refunds pay the last instalments first: here money for principal shortens the term';
      else pay(loan, dated(), text('kind'), publishedCents(text('amount')));
      break;
    case 'pay_off':
      payOff(loan, dated());
      break;
    case 'add_charge':
      addCharge(loan, step);
      break;
    case 'credit_balance_refund':
      add(loan, dated(), { kind: 'suspense-return', amountCents: publishedCents(text('amount')) });
      break;
    case 'undo':
      undo(loan, step, dated());
      break;
    case 'other':
      if (/bounce|Batch/.test(text('text'))) loan.stopped = 'an action that the data does not word';
      break;
    default:
      if (never[step.step] !== undefined) loan.stopped = never[step.step] ?? '';
  }
}

/** Money beyond what is due that comes under another rule than the borrower's payments, and does not repay it all. */
function hasOwnRule({ create, terms, events, on }: Loan, step: Step): boolean {
  const isAdvanced = paramsOf(create)['Payment strategy'] === 'ADVANCED_PAYMENT_ALLOCATION';
  if (!isAdvanced || !terms || !/GOODWILL|MERCHANT/.test(String(step['kind']))) return false;
  const { claims } = claimsOn(accountOn(terms, events, { on }), on, cents(1_000_000_00));
  const owed = claims.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const due = claims
    .filter(({ timing }) => timing !== 'in-advance')
    .reduce((sum, each) => sum + each.amountCents, 0);
  const amount = publishedCents(String(step['amount']));
  return amount > due && amount < owed;
}

function add(loan: Loan, effectiveOn: CalendarDate, more: Record<string, unknown>): void {
  const sequence = loan.events.length;
  const enteredAt = '2030-01-01T00:00:00Z';
  loan.events.push(
    AccountEventSchema.parse({ id: `e${sequence}`, effectiveOn, enteredAt, sequence, ...more }),
  );
}

function disburse(loan: Loan, amountCents: Cents, on: CalendarDate): void {
  if (loan.terms) {
    loan.stopped = 'several disbursements: draws are construction terms';
    return;
  }
  const plan = loan.create ? planOf(loan.create, amountCents, on) : 'no loan is worded';
  if (typeof plan === 'string') {
    loan.stopped = plan;
    return;
  }
  const params = paramsOf(loan.create);
  const product = params['LoanProduct'] ?? '';
  const down = product.includes('DOWNPAYMENT') ? cents(amountCents / 4) : cents(0);
  const note = down > 0 ? withDownPayment(plan, on, down) : plan;
  const is360 = product.includes('360_30');
  const interest = {
    kind: 'scheduled',
    curtailedPeriod: 'by-day',
    dayCount: is360 ? 'of-period' : 'actual/365',
  };
  const waterfall = waterfallOf(params['Payment strategy'] ?? '', product, loan.rule);
  loan.terms = AccountTermsSchema.parse({ note, openedOn: on, interest, waterfall });
  if (down > 0 && product.includes('DOWNPAYMENT_AUTO')) pay(loan, on, 'DOWN_PAYMENT', down);
}

const paramsOf = (create: Step | undefined): Row => (create?.['params'] as Row[] | undefined)?.[0] ?? {};

/** A quarter at once, the rest as planned: the products' down payment. */
function withDownPayment(plan: AmortizationPlanInput, on: CalendarDate, down: Cents): AmortizationPlanInput {
  const { periods } = plan;
  const count = plan.segments.reduce((sum, { payments }) => sum + payments, 0);
  const dueOn =
    periods.kind === 'dated'
      ? periods.dueOn
      : Array.from({ length: count }, (_, index) =>
          dueDate(calendarDate(periods.firstDueOn ?? on), periods.perYear, index),
        );
  const [first] = plan.segments;
  return {
    ...plan,
    periods: { kind: 'dated', interestFromOn: on, dueOn: [on, ...dueOn], dayCount: 'actual/365' },
    segments: [
      { payments: 1, ratePpm: first?.ratePpm ?? 0, payment: { kind: 'fixed', amountCents: down } },
      ...plan.segments,
    ] as AmortizationPlanInput['segments'],
  };
}

const all = ['late-charge', 'fee', 'interest', 'principal'] as const;
const owed: Stage['timings'] = ['past-due', 'due'];

/** The system's strategies as orders of application; its penalties stand with our late charges. */
function waterfallOf(strategy: string, product: string, rule: string): Waterfall {
  const stage = (
    timings: Stage['timings'],
    buckets: readonly Stage['buckets'][number][],
    by: Stage['by'],
  ): Stage => ({
    timings,
    buckets: [...buckets],
    by,
    whole: false,
  });
  const made = (stages: Stage[], chargeTiming: Waterfall['chargeTiming']): Waterfall => ({
    citation: strategy || 'the default order of the system',
    stages,
    surplus: 'suspense',
    chargeTiming,
  });
  if (strategy.startsWith('DUE_PENALTY_FEE_INTEREST_PRINCIPAL'))
    return made(
      [
        stage(owed, all, 'instalment'),
        stage(['in-advance'], ['principal', 'late-charge', 'fee', 'interest'], 'instalment'),
      ],
      'own-date',
    );
  if (strategy.startsWith('DUE_PENALTY_INTEREST_PRINCIPAL_FEE')) {
    const order = ['late-charge', 'interest', 'principal', 'fee'] as const;
    return made([stage(owed, order, 'instalment'), stage(['in-advance'], order, 'instalment')], 'own-date');
  }
  if (strategy === 'ADVANCED_PAYMENT_ALLOCATION') {
    const by = product.includes('VERTICAL') ? 'bucket' : 'instalment';
    const order = ['late-charge', 'fee', 'principal', 'interest'] as const;
    const due = [stage(['past-due'], order, by), stage(['due'], order, by)];
    if (rule === 'NEXT_INSTALLMENT') return made([...due, stage(['in-advance'], order, by)], 'instalment');
    return { ...made(due, 'instalment'), surplus: 'principal' };
  }
  return made([stage(['past-due', 'due', 'in-advance'], all, 'instalment')], 'instalment');
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function pay(loan: Loan, on: CalendarDate, name: string, amountCents: Cents): void {
  loan.names.set(`e${loan.events.length}`, name);
  add(loan, on, { kind: 'payment', amountCents });
}

function payOff(loan: Loan, on: CalendarDate): void {
  if (!loan.terms) return;
  const { totalCents } = payoffQuote(loan.terms, loan.events, { payoffOn: on, goodThroughOn: on });
  add(loan, on, { kind: 'payoff', amountCents: totalCents });
}

function addCharge(loan: Loan, step: Step): void {
  const stated = publishedDate(String(step['due']));
  // the down payment bears no charges: those of its day go to the first instalment
  const hasDown = loan.terms?.note.periods.kind === 'dated' && loan.terms.note.periods.dueOn[0] === stated;
  const dueOn = hasDown ? addDays(stated, 1) : stated;
  const isPenalty = String(step['kind']).includes('NSF');
  const effectiveOn = stated < loan.on ? stated : loan.on;
  const amountCents = publishedCents(String(step['amount']));
  add(loan, effectiveOn, {
    kind: 'fee',
    amountCents,
    dueOn,
    name: isPenalty ? 'NSF fee' : 'snooze fee',
    bucket: isPenalty ? 'late-charge' : 'fee',
  });
}

/** The nth repayment of all, or the nth transaction of a day, the disbursement among them. */
function undo(loan: Loan, step: Step, on: CalendarDate): void {
  const payments = loan.events.filter(({ kind }) => kind === 'payment');
  const ofDay = payments.filter(({ effectiveOn }) => effectiveOn === on);
  const disbursed = loan.terms?.openedOn === on ? [undefined] : [];
  const what = String(step['what']);
  const made = what === 'repayment' ? payments : what.includes('"') ? ofDay : [...disbursed, ...ofDay];
  const target = made[Number(step['nth']) - 1];
  if (target) add(loan, on, { kind: 'reversal', reverses: target.id, reason: 'error' });
  else loan.stopped = 'undoes a transaction that the data does not word';
}
