import { isCode } from '../binding/value-kinds.ts';
import { elementsOf, firstChild } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';

/** The text of a data point below an element; undefined when absent or empty. */
export function valueAt(element: XmlElement | undefined, path: string): string | undefined {
  let each = element;
  for (const step of path.split('/')) each = each && firstChild(each, step);
  const text = each?.text.trim() ?? '';
  return text === '' ? undefined : text;
}

/** `ROLE_DETAIL/PartyRoleType` says Borrower; files that leave the detail out say it on the role. */
export const isBorrowerRole = (role: XmlElement): boolean =>
  isCode(valueAt(role, 'ROLE_DETAIL/PartyRoleType') ?? valueAt(role, 'PartyRoleType'), 'Borrower');

/** The loan applied for, by the role on its element. */
export const isSubjectLoan = ({ attributes }: XmlElement): boolean =>
  isCode(attributes.get('LoanRoleType')?.trim(), 'SubjectLoan');

export const rolesOf = (party: XmlElement): XmlElement[] =>
  elementsOf(party)
    .filter(({ name }) => name === 'ROLES')
    .flatMap(elementsOf);
