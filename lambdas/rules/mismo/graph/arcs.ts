import { showable } from '../defect.ts';
import type { Defect } from '../defect.ts';
import type { MessageIndex } from './message-index.ts';
import type { XmlElement } from '../xml/xml-tree.ts';

export const arcrolePrefix = 'urn:fdc:mismo.org:2009:residential/';

/** `ASSET_IsAssociatedWith_ROLE` of an arc role, whatever its prefix and its case: others than MISMO’s are said elsewhere. */
export const arcNameOf = (arcrole: string): string => arcrole.slice(arcrole.lastIndexOf('/') + 1).trim();

/** The arc roles of the DU specification (integrations 1.3); it ignores or refuses others. */
export const duArcroles: ReadonlySet<string> = new Set([
  'ASSET_IsAssociatedWith_LIABILITY',
  'ASSET_IsAssociatedWith_ROLE',
  'COUNSELING_EVENT_IsAssociatedWith_ROLE',
  'CURRENT_INCOME_ITEM_IsAssociatedWith_EMPLOYER',
  'EXPENSE_IsAssociatedWith_ROLE',
  'LIABILITY_IsAssociatedWith_ROLE',
  'ROLE_SharesJointCreditReportWith_ROLE',
  'ROLE_SharesSufficientAssetsAndLiabilitiesWith_ROLE',
  'UNDERWRITING_VERIFICATION_IsAssociatedWith_ASSET',
  'UNDERWRITING_VERIFICATION_IsAssociatedWith_EMPLOYER',
  'UNDERWRITING_VERIFICATION_IsAssociatedWith_ROLE',
]);

/** `ASSET_IsAssociatedWith_ROLE`: what may stand at either end. */
const ends = /^([A-Z][A-Z0-9_]*?)_([A-Z][a-z][A-Za-z]*)_([A-Z][A-Z0-9_]*)$/;

const reaches = (element: XmlElement, term: string): boolean =>
  element.name === term || element.name.endsWith(`:${term}`);

/** Each arc has both ends in the file, of the elements its role names, once. */
export function arcDefects(index: MessageIndex): Defect[] {
  const seen = new Set<string>();
  return index.all('RELATIONSHIP').flatMap((arc) => {
    const [from, to] = [arc.attributes.get('xlink:from'), arc.attributes.get('xlink:to')];
    const arcrole = arc.attributes.get('xlink:arcrole') ?? '';
    const [, fromTerm, , toTerm] = ends.exec(arcNameOf(arcrole)) ?? [];
    const key = `${from}\n${to}\n${arcrole}`;
    const repeated = seen.has(key)
      ? [index.defect(arc, 'duplicate-arc', 'warning', 'says what an earlier arc says')]
      : [];
    seen.add(key);
    return [
      ...roleDefects(index, arc, arcrole),
      ...endDefects(index, arc, 'from', from, fromTerm),
      ...endDefects(index, arc, 'to', to, toTerm),
      ...(from !== undefined && from === to
        ? [index.defect(arc, 'arc-to-itself', 'error', 'its two ends are the same thing')]
        : []),
      ...repeated,
    ];
  });
}

function roleDefects(index: MessageIndex, arc: XmlElement, arcrole: string): Defect[] {
  if (arcrole === '') return [index.defect(arc, 'arcrole-missing', 'error', 'has no xlink:arcrole')];
  const found = showable(arcrole);
  if (!arcrole.startsWith(arcrolePrefix)) {
    const isCase = arcrole.toLowerCase().startsWith(arcrolePrefix);
    const message = isCase ? 'is not written as MISMO writes it' : 'is not one of MISMO’s';
    return [index.defect(arc, 'foreign-arcrole', 'warning', `its arc role ${message}`, found)];
  }
  if (duArcroles.has(arcrole.slice(arcrolePrefix.length))) return [];
  return [index.defect(arc, 'unknown-arcrole', 'warning', 'its arc role is not one that DU knows', found)];
}

function endDefects(
  index: MessageIndex,
  arc: XmlElement,
  end: 'from' | 'to',
  label: string | undefined,
  term: string | undefined,
): Defect[] {
  if (label === undefined || label === '')
    return [index.defect(arc, 'arc-end-missing', 'error', `has no xlink:${end}`)];
  const bearers = index.byLabel.get(label);
  if (!bearers)
    return [
      index.defect(arc, 'dangling-arc', 'error', `its xlink:${end} is no label of the file`, showable(label)),
    ];
  if (term === undefined || bearers.some((element) => reaches(element, term))) return [];
  const message = `its xlink:${end} is ${bearers[0]?.name}, where its arc role wants ${term}`;
  return [index.defect(arc, 'arc-end-of-wrong-kind', 'error', message, showable(label))];
}
