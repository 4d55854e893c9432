import { sectionOfTable } from './closing-cost-items.ts';
import { sumCents } from '../../../shared/money.ts';
import type { Cents } from '../../../shared/money.ts';
import type { ClosingLoan } from './closing.ts';
import type { ParsedClosingFacts } from './closing-facts.ts';
import type { SectionLetter } from '../../trid/closing-costs.ts';

type Item = ParsedClosingFacts['disclosure']['costs']['items'][number];
type Detail = ParsedClosingFacts['costs'][number];

interface Cost {
  section: SectionLetter;
  name: string;
  detail: Detail | undefined;
  parts: Item[];
}

const payerOf = { seller: 'Seller', other: 'ThirdParty' } as const;
const paidBy = (by: Item['paidBy']): string => (by === 'seller' || by === 'other' ? payerOf[by] : 'Buyer');
const isBefore = (by: Item['paidBy']): boolean => by === 'borrower-before-closing';

/** The costs of the form as the UCD itemizes them: fees, prepaids and escrow items, each with who pays and when. */
export function itemizedCosts({ disclosure, costs }: ParsedClosingFacts): Partial<ClosingLoan> {
  const found = new Map<string, Cost>();
  for (const part of disclosure.costs.items) {
    const { section, name } = part;
    const detail = costs.find((each) => each.section === section && each.name === name);
    const key = `${section} ${name}`;
    const cost = found.get(key) ?? { section, name, detail, parts: [] };
    cost.parts.push(part);
    found.set(key, cost);
  }
  const all = [...found.values()];
  const of = (...letters: SectionLetter[]) => all.filter(({ section }) => letters.includes(section));
  // 1024.17(d)(2): what is collected less than the items add up to stands on its own line
  const isAdjustment = ({ parts, detail }: Cost) => !detail && sumCents(parts.map(amountOf)) < 0;
  const adjustment = of('G')
    .filter(isAdjustment)
    .flatMap(({ parts }) => parts.map(amountOf));
  return {
    fees: of('A', 'B', 'C', 'E', 'H').map(fee),
    prepaids: of('F').map(prepaid),
    escrowItems: of('G')
      .filter((cost) => !isAdjustment(cost))
      .map(escrowItem),
    ...(adjustment.length > 0 ? { aggregateAdjustmentCents: sumCents(adjustment) } : {}),
  };
}

const amountOf = ({ amountCents }: Item): Cents => amountCents;

/** The type of the UCD's list, else `Other` with the name; the name always as the form shows it. */
const named = ({ name, detail }: Cost) =>
  detail ? { type: detail.type, label: name } : { type: 'Other', typeOther: name, label: name };

const receiver = ({ detail }: Cost) => (detail?.paidTo === undefined ? {} : { paidTo: detail.paidTo });

const shared = ({ detail }: Cost) => ({
  ...(detail?.paidToType === undefined ? {} : { paidToType: detail.paidToType }),
  ...(detail?.isInPointsAndFees === undefined ? {} : { isInPointsAndFees: detail.isInPointsAndFees }),
});

const fee = (cost: Cost): NonNullable<ClosingLoan['fees']>[number] => ({
  ...named(cost),
  section: sectionOfTable[cost.section],
  ...receiver(cost),
  ...shared(cost),
  ...(cost.detail?.isOptional === undefined ? {} : { isOptional: cost.detail.isOptional }),
  ...(cost.detail?.percentPpm === undefined ? {} : { percentPpm: cost.detail.percentPpm }),
  payments: cost.parts.map((part) => ({
    amountCents: part.amountCents,
    paidBy: paidBy(part.paidBy),
    isOutsideClosing: isBefore(part.paidBy),
  })),
});

const timed = (part: Item) => ({
  amountCents: part.amountCents,
  paidBy: paidBy(part.paidBy),
  timing: isBefore(part.paidBy) ? 'BeforeClosing' : 'AtClosing',
});

const prepaid = (cost: Cost): NonNullable<ClosingLoan['prepaids']>[number] => ({
  ...named(cost),
  section: sectionOfTable.F,
  ...receiver(cost),
  ...shared(cost),
  ...(cost.detail?.months === undefined ? {} : { months: cost.detail.months }),
  ...(cost.detail?.from === undefined ? {} : { from: cost.detail.from }),
  ...(cost.detail?.through === undefined ? {} : { through: cost.detail.through }),
  ...(cost.detail?.perDiemCents === undefined ? {} : { perDiemCents: cost.detail.perDiemCents }),
  payments: cost.parts.map(timed),
});

const escrowItem = (cost: Cost): NonNullable<ClosingLoan['escrowItems']>[number] => ({
  ...named(cost),
  section: sectionOfTable.G,
  ...shared(cost),
  ...(cost.detail?.months === undefined ? {} : { months: cost.detail.months }),
  ...(cost.detail?.monthlyCents === undefined ? {} : { monthlyCents: cost.detail.monthlyCents }),
  // all of table G is collected at closing: the UCD states no time
  payments: cost.parts.map((part) => ({ amountCents: part.amountCents, paidBy: paidBy(part.paidBy) })),
});
