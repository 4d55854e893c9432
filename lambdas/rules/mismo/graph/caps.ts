import { elementsOf, firstChild } from '../xml/xml-tree.ts';
import { isValidUli } from '../../hmda/uli.ts';
import { isBorrowerRole, isSubjectLoan, rolesOf, valueAt } from './parts.ts';
import type { Defect } from '../defect.ts';
import type { MessageIndex } from './message-index.ts';
import type { XmlElement } from '../xml/xml-tree.ts';

/** What DU takes beyond the schema (integrations 1.3). */
export const duCaps = { borrowers: 4, parties: 10, loanIdentifierCharacters: 15, deals: 1 };

/** One deal of at most four borrowers and ten parties, one subject loan, a declaration for each borrower. */
export function capDefects(index: MessageIndex): Defect[] {
  const deals = index.all('DEAL');
  const [deal] = deals;
  if (!deal) return [index.defect(index.root, 'no-deal', 'error', 'has no DEAL')];
  const parties = listOf(deal, 'PARTIES');
  const borrowers = parties.filter((party) => rolesOf(party).some(isBorrowerRole));
  return [
    ...over(index, deals, duCaps.deals, 'too-many-deals', 'is a second deal in the file'),
    ...over(index, parties, duCaps.parties, 'too-many-parties', `is beyond DU’s ${duCaps.parties} parties`),
    ...over(
      index,
      borrowers,
      duCaps.borrowers,
      'too-many-borrowers',
      `is beyond DU’s ${duCaps.borrowers} borrowers`,
    ),
    ...loanDefects(index, deal),
    ...borrowerDefects(index, deal, borrowers),
  ];
}

const listOf = (deal: XmlElement, name: string): XmlElement[] =>
  elementsOf(deal)
    .filter((child) => child.name === name)
    .flatMap(elementsOf);

const over = (
  index: MessageIndex,
  found: readonly XmlElement[],
  cap: number,
  rule: string,
  message: string,
): Defect[] => found.slice(cap).map((element) => index.defect(element, rule, 'error', message));

function loanDefects(index: MessageIndex, deal: XmlElement): Defect[] {
  const loans = listOf(deal, 'LOANS').filter(({ name }) => name === 'LOAN');
  const roleless = loans
    .filter(({ attributes }) => !attributes.has('LoanRoleType'))
    .map((loan) => index.defect(loan, 'loan-role-missing', 'error', 'has no LoanRoleType'));
  const subjects = loans.filter(isSubjectLoan);
  const none =
    subjects.length > 0
      ? []
      : [
          index.defect(
            deal,
            loans.length > 0 ? 'no-subject-loan' : 'no-loan',
            'error',
            'has no loan with the role SubjectLoan',
          ),
        ];
  return [
    ...roleless,
    ...none,
    ...over(index, subjects, 1, 'second-subject-loan', 'is a second SubjectLoan'),
    ...loans.flatMap((loan) => identifierDefects(index, loan)),
  ];
}

/** A loan has one number of each kind, and DU takes the lender's within a length. */
function identifierDefects(index: MessageIndex, loan: XmlElement): Defect[] {
  const first = new Map<string, string>();
  return listOf(loan, 'LOAN_IDENTIFIERS').flatMap((each) => {
    const [type, number] = [valueAt(each, 'LoanIdentifierType'), valueAt(each, 'LoanIdentifier')];
    if (type === undefined || type === 'Other' || number === undefined) return [];
    const isLong = type === 'LenderLoan' && number.length > duCaps.loanIdentifierCharacters;
    const tooLong = `its LoanIdentifier has more than DU’s ${duCaps.loanIdentifierCharacters} characters`;
    const isAnother = (first.get(type) ?? number) !== number;
    first.set(type, first.get(type) ?? number);
    const isBadUli = type === 'UniversalLoan' && !isValidUli(number);
    return [
      ...(isLong ? [index.defect(each, 'loan-identifier-too-long', 'error', tooLong)] : []),
      ...(isBadUli
        ? [
            index.defect(
              each,
              'uli-not-valid',
              'warning',
              'is no universal loan identifier: its check digits do not hold',
            ),
          ]
        : []),
      ...(isAnother
        ? [index.defect(each, 'identifiers-differ', 'error', 'is another number of a kind already given')]
        : []),
    ];
  });
}

function borrowerDefects(index: MessageIndex, deal: XmlElement, borrowers: readonly XmlElement[]): Defect[] {
  if (borrowers.length === 0)
    return [index.defect(deal, 'no-borrower', 'error', 'has no party with the role Borrower')];
  return borrowers.flatMap((party) =>
    rolesOf(party)
      .filter(isBorrowerRole)
      .flatMap((role) => {
        const borrower = firstChild(role, 'BORROWER');
        const declarations = borrower
          ? elementsOf(borrower).filter(({ name }) => name === 'DECLARATION')
          : [];
        if (declarations.length > 0) return [];
        return [index.defect(role, 'declaration-missing', 'error', 'is a borrower without a DECLARATION')];
      }),
  );
}
