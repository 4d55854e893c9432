import { arcNameOf } from './arcs.ts';
import { indicator } from '../binding/value-kinds.ts';
import { isBorrowerRole, valueAt } from './parts.ts';
import type { Defect } from '../defect.ts';
import type { MessageIndex } from './message-index.ts';
import type { XmlElement } from '../xml/xml-tree.ts';

/**
 * What DU wants tied together (integrations 1.3): each asset, debt and expense to a borrower, each income of an
 * employment to its employer, and a borrower to at most one other's credit report.
 */
export function tieDefects(index: MessageIndex): Defect[] {
  const arcs = index.all('RELATIONSHIP').map((arc) => ({
    name: arcNameOf(arc.attributes.get('xlink:arcrole') ?? ''),
    from: arc.attributes.get('xlink:from') ?? '',
    to: arc.attributes.get('xlink:to') ?? '',
  }));
  const borrowers = new Set(index.all('ROLE').filter(isBorrowerRole).map(labelOf));
  const untied = ['ASSET', 'LIABILITY', 'EXPENSE'].flatMap((kind) => {
    const owned = new Set(
      arcs
        .filter(({ name, to }) => name === `${kind}_IsAssociatedWith_ROLE` && borrowers.has(to))
        .map(({ from }) => from),
    );
    return ofDeal(index, kind)
      .filter((element) => !owned.has(labelOf(element)))
      .map((element) =>
        index.defect(element, 'tied-to-no-borrower', 'error', 'no arc ties it to a borrower'),
      );
  });
  return [...untied, ...incomeDefects(index, arcs), ...jointDefects(index, arcs)];
}

interface Arc {
  name: string;
  from: string;
  to: string;
}

const labelOf = (element: XmlElement): string => element.attributes.get('xlink:label') ?? '\n';

const ofDeal = (index: MessageIndex, name: string): readonly XmlElement[] =>
  index.all(name).filter((element) => index.parentOf(index.parentOf(element) ?? element)?.name === 'DEAL');

function incomeDefects(index: MessageIndex, arcs: readonly Arc[]): Defect[] {
  const employed = new Set(
    arcs
      .filter(({ name }) => name === 'CURRENT_INCOME_ITEM_IsAssociatedWith_EMPLOYER')
      .map(({ from }) => from),
  );
  return index.all('CURRENT_INCOME_ITEM').flatMap((item) => {
    const isOfEmployment = indicator.read(
      valueAt(item, 'CURRENT_INCOME_ITEM_DETAIL/EmploymentIncomeIndicator') ?? '',
    );
    const isTied = employed.has(labelOf(item));
    if (isOfEmployment === true && !isTied)
      return [
        index.defect(
          item,
          'income-without-employer',
          'error',
          'is income of an employment, and no arc names which',
        ),
      ];
    if (isOfEmployment === false && isTied)
      return [
        index.defect(item, 'other-income-with-employer', 'error', 'is other income, and tied to an employer'),
      ];
    return [];
  });
}

function jointDefects(index: MessageIndex, arcs: readonly Arc[]): Defect[] {
  const joint = arcs.filter(({ name }) => name === 'ROLE_SharesJointCreditReportWith_ROLE');
  const partners = new Map<string, Set<string>>();
  for (const { from, to } of joint)
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const)
      partners.set(one, (partners.get(one) ?? new Set()).add(other));
  return index
    .all('ROLE')
    .filter((role) => (partners.get(labelOf(role))?.size ?? 0) > 1)
    .map((role) =>
      index.defect(
        role,
        'joint-credit-with-several',
        'error',
        'shares a credit report with more than one borrower',
      ),
    );
}
