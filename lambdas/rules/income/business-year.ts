import { addCents, cents, multiplyByRatio } from '../../shared/money.ts';
import { halfUp } from '../../shared/rounding.ts';
import { rateOf } from '../../shared/rate.ts';
import { input } from './income-result.ts';
import { cashFlow, mileageAddBack, missingLines, unknownLines } from './return-lines.ts';
import {
  partnershipBusinessLines,
  partnershipDistributionLines,
  partnershipPaymentLines,
  partnershipShareLines,
} from './form-1065.ts';
import {
  sCorporationBusinessLines,
  sCorporationDistributionLines,
  sCorporationPaymentLines,
  sCorporationShareLines,
} from './form-1120s.ts';
import { scheduleCLines } from './schedule-c.ts';
import { scheduleFLines } from './schedule-f.ts';
import type { Cents } from '../../shared/money.ts';
import type { SelfEmploymentFacts, TaxYearFacts } from './income-facts.ts';
import type { MissingFact, WorksheetLine } from './income-result.ts';

interface BusinessYear {
  /** The year's whole cash flow to the borrower; meaningless while `missing` is not empty. */
  amountCents: Cents;
  worksheet: WorksheetLine[];
  missing: MissingFact[];
}

const FORM_1084 = 'Fannie Mae Form 1084 (cash flow analysis)';
const ACCESS = 'Fannie Mae Selling Guide B3-3.3-07 (Schedule K-1: access to income and business liquidity)';

export function businessYear(facts: SelfEmploymentFacts, year: TaxYearFacts): BusinessYear {
  return facts.kind === 'schedule-c' || facts.kind === 'schedule-f'
    ? soleProprietorYear(facts.kind, year)
    : ownerYear(facts, year);
}

function soleProprietorYear(kind: 'schedule-c' | 'schedule-f', year: TaxYearFacts): BusinessYear {
  const table = kind === 'schedule-c' ? scheduleCLines : scheduleFLines;
  const missing = [...missingLines(table, year, FORM_1084), ...unknownLines([table], year, FORM_1084)];
  const flow = cashFlow(table, year);
  const worksheet = [line(`${kind}.${year.year}`, flow)];
  if (!year.businessMiles) return { amountCents: flow.amountCents, worksheet, missing };
  const miles = mileageAddBack(year.year, year.businessMiles.value);
  if (miles === undefined) {
    const reason = 'the depreciation part of the mileage rate of this year is not listed';
    missing.push({ field: `${year.year}.businessMiles`, reason, citation: FORM_1084 });
    return { amountCents: flow.amountCents, worksheet, missing };
  }
  const inputs = [input(`${year.year}.businessMiles`, year.businessMiles)];
  worksheet.push(line(`${kind}.${year.year}.mileage`, { amountCents: miles, inputs }));
  return { amountCents: addCents(flow.amountCents, miles), worksheet, missing };
}

const tables = {
  partnership: [
    partnershipShareLines,
    partnershipPaymentLines,
    partnershipDistributionLines,
    partnershipBusinessLines,
  ],
  's-corporation': [
    sCorporationShareLines,
    sCorporationPaymentLines,
    sCorporationDistributionLines,
    sCorporationBusinessLines,
  ],
} as const;

/**
 * Payments to the owner, and the owner's share of what the business earned. The share counts when the owner drew as
 * much, or when the business has the liquidity to pay it; else only what was drawn counts. A loss always counts.
 */
function ownerYear(facts: SelfEmploymentFacts, year: TaxYearFacts): BusinessYear {
  const [shareLines, paymentLines, distributionLines, businessLines] =
    tables[facts.kind as keyof typeof tables];
  const missing = [
    ...[shareLines, businessLines].flatMap((table) => missingLines(table, year, FORM_1084)),
    ...unknownLines(tables[facts.kind as keyof typeof tables], year, FORM_1084),
  ];
  const { ownershipPpm } = year;
  if (!ownershipPpm) {
    missing.push({
      field: `${year.year}.ownershipPpm`,
      reason: 'the owner’s share is not in evidence',
      citation: FORM_1084,
    });
    return { amountCents: cents(0), worksheet: [], missing };
  }
  const name = `${facts.kind}.${year.year}`;
  const [share, payments, drawn, business] = [shareLines, paymentLines, distributionLines, businessLines].map(
    (table) => cashFlow(table, year),
  ) as [Flow, Flow, Flow, Flow];
  const adjustments = multiplyByRatio(business.amountCents, rateOf(ownershipPpm.value), halfUp);
  const owned: Flow = {
    amountCents: addCents(share.amountCents, adjustments),
    inputs: [...share.inputs, ...business.inputs, input(`${year.year}.ownershipPpm`, ownershipPpm)],
  };
  if (owned.amountCents > 0 && drawn.inputs.length === 0 && facts.businessHasLiquidity?.value !== true) {
    const reason = 'neither distributions nor the liquidity of the business are in evidence';
    missing.push({ field: `${year.year}.distributionsCents`, reason, citation: ACCESS });
  }
  const counted = accessible(facts, owned, drawn);
  const worksheet = [
    line(`${name}.payments`, payments),
    line(`${name}.share-of-cash-flow`, owned),
    line(`${name}.share-counted`, counted, ACCESS),
  ];
  return { amountCents: addCents(payments.amountCents, counted.amountCents), worksheet, missing };
}

type Flow = ReturnType<typeof cashFlow>;

function accessible(facts: SelfEmploymentFacts, owned: Flow, drawn: Flow): Flow {
  const liquidity = facts.businessHasLiquidity;
  if (owned.amountCents <= drawn.amountCents) return { amountCents: owned.amountCents, inputs: drawn.inputs };
  if (liquidity?.value === true) {
    return { amountCents: owned.amountCents, inputs: [input('businessHasLiquidity', liquidity)] };
  }
  return owned.amountCents < 0 ? owned : { amountCents: drawn.amountCents, inputs: drawn.inputs };
}

const line = (rule: string, { amountCents, inputs }: Flow, citation = FORM_1084): WorksheetLine => ({
  rule,
  inputs,
  amountCents,
  citation,
});
