import { showable } from '../defect.ts';
import type { Defect } from '../defect.ts';
import type { MessageIndex } from '../graph/message-index.ts';
import type { XmlElement } from '../xml/xml-tree.ts';

/** Which element each id names; `BorrowerID` names on `BORROWER` and refers everywhere else. */
const definedOn: ReadonlyMap<string, string> = new Map([
  ['BorrowerID', 'BORROWER'],
  ['CreditFileID', 'CREDIT_FILE'],
  ['CreditLiabilityID', 'CREDIT_LIABILITY'],
  ['CreditInquiryID', 'CREDIT_INQUIRY'],
  ['CreditPublicRecordID', 'CREDIT_PUBLIC_RECORD'],
  ['CreditScoreID', 'CREDIT_SCORE'],
]);

/** Ids are unique in their report, and each id that a part refers to is there: several stand apart by spaces. */
export function referenceDefects(index: MessageIndex): Defect[] {
  const known: Known = new Map();
  const repeated: Defect[] = [];
  for (const [attribute, name] of definedOn)
    for (const element of index.all(name)) {
      const id = element.attributes.get(attribute);
      if (id === undefined) continue;
      const ids = idsOf(known, reportOf(index, element), attribute);
      if (ids.has(id))
        repeated.push(
          index.defect(element, 'duplicate-id', 'error', `its ${attribute} is another’s too`, showable(id)),
        );
      ids.add(id);
    }
  return [...repeated, ...danglingDefects(index, known)];
}

function danglingDefects(index: MessageIndex, known: Known): Defect[] {
  return ['BorrowerID', 'CreditFileID'].flatMap((attribute) =>
    [...index.byName]
      .filter(([name]) => name !== definedOn.get(attribute))
      .flatMap(([, elements]) => elements)
      .flatMap((element) => {
        const ids = (element.attributes.get(attribute) ?? '').split(/\s+/).filter((id) => id !== '');
        const there = idsOf(known, reportOf(index, element), attribute);
        const missing = ids.filter((id) => !there.has(id));
        return missing.map((id) =>
          index.defect(
            element,
            'dangling-id',
            'error',
            `its ${attribute} names nothing in the report`,
            showable(id),
          ),
        );
      }),
  );
}

type Known = Map<XmlElement, Map<string, Set<string>>>;

const reportOf = (index: MessageIndex, element: XmlElement): XmlElement =>
  index.enclosing(element, 'CREDIT_RESPONSE') ?? index.root;

function idsOf(known: Known, report: XmlElement, attribute: string): Set<string> {
  const byAttribute = known.get(report) ?? new Map<string, Set<string>>();
  known.set(report, byAttribute);
  const ids = byAttribute.get(attribute) ?? new Set<string>();
  byAttribute.set(attribute, ids);
  return ids;
}
