import type { DomainError, FieldProblem } from '../../lambdas/shared/errors.ts';

type Place = readonly [path: string, value: unknown];

/** Where the fault lies when a rule is asked by hand: its refusals are of facts, wherever a command's input holds them. */
const fieldsByCode: Readonly<Record<string, readonly string[]>> = {
  AssumedTooFar: ['assumed'],
  BadLoanTerm: ['termMonths'],
  ChangePastEnd: ['principalChanges'],
  DatesOutOfOrder: ['goodThroughOn'],
  DueDatesOutOfOrder: ['dueOn'],
  DuplicateCharge: ['charges'],
  DuplicateEvent: ['events'],
  EscrowContradicted: ['noEscrowBecause', 'propertyCosts'],
  FirstPaymentBeforeSettlement: ['firstPaymentOn'],
  LeiLength: ['lei'],
  LimitsNotKnown: ['on'],
  NoBalance: ['balances'],
  NoBusinessDay: ['office'],
  NoDueDates: ['periods'],
  NoIndexValue: ['indexValues'],
  NoRate: ['aprPpm'],
  NoRegularDueDates: ['perYear'],
  NotACreditReply: ['xml'],
  NotADecimal: ['fixedRates', 'variableRates'],
  NotAMessage: ['xml'],
  NotClassified: ['costs'],
  PrimeOfferTable: ['fixedRates', 'variableRates'],
  PrimeOfferWeekNotInTable: ['rateSetOn'],
  QuoteTooLong: ['goodThroughOn'],
  RepaymentNotAllowed: ['choice'],
  ReversalOfItself: ['events'],
  ReversedEventUnknown: ['events'],
  RuleNotInForce: ['consummationOn'],
  ScheduleNotMonthly: ['periods'],
  ScheduleWithoutDates: ['periods'],
  SchedulesDiffer: ['highest', 'lowest'],
  TablesDiffer: ['estimate'],
  ThresholdsNotKnown: ['consummationOn'],
  TooFewDueDates: ['periods'],
  UliBaseLength: ['loanId'],
  UliBaseNotAlphanumeric: ['loanId'],
  UnknownCharge: ['revisions'],
  UnknownMessage: ['xml'],
  XmlDoctypeRefused: ['xml'],
  XmlEncodingUnknown: ['xml'],
  XmlNotDecodable: ['xml'],
  XmlNotWellFormed: ['xml'],
  XmlTooLarge: ['xml'],
};

/** Refusals of the arithmetic itself, which does not know whose figure or day it was: found by the value. */
const isTooFar: Readonly<Record<string, (value: unknown) => boolean>> = {
  AmountNotWholeCents: (value) => typeof value === 'number',
  RateNotWholePpm: (value) => typeof value === 'number',
  HolidayYearTooEarly: (value) =>
    typeof value === 'string' && /^(?:0|1[0-8]|19[0-6]|197[01])\d*-\d\d-\d\d/.test(value),
  NotACalendarDate: (value) =>
    typeof value === 'string' && /^(?:0000|999\d|99[0-8]\d|0001)-\d\d-\d\d/.test(value),
};

/** The field of a refusal and the rule it broke, when the refusal itself names none. */
export function fieldsAtFault(
  { code, message, problems }: DomainError,
  raw: unknown,
): readonly FieldProblem[] {
  if (problems.length > 0) return problems;
  const places = [...placesIn(raw, '')];
  const named = fieldsByCode[code] ?? [];
  const found = named
    .map((name) => places.find(([path]) => lastOf(path) === name)?.[0])
    .filter((path) => path !== undefined);
  const fields = found.length > 0 ? found : (farthest(code, places) ?? named.slice(0, 1));
  return (fields.length > 0 ? fields : ['(root)']).map((field) => ({ field, rule: message }));
}

const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** The figure that is largest, or the days that no calendar of ours holds. */
function farthest(code: string, places: readonly Place[]): string[] | undefined {
  const test = isTooFar[code];
  if (!test) return undefined;
  const tried = places.filter(([, value]) => test(value));
  const size = (value: unknown) => (typeof value === 'number' ? Math.abs(value) : 0);
  const most = Math.max(0, ...tried.map(([, value]) => size(value)));
  return tried.filter(([, value]) => size(value) === most).map(([path]) => path);
}

function* placesIn(value: unknown, path: string): Generator<Place> {
  if (path !== '') yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [name, item] of Object.entries(value))
    yield* placesIn(item, path === '' ? name : `${path}.${name}`);
}
