import { elementsOf } from '../xml/xml-tree.ts';
import type { Defect } from '../defect.ts';
import type { MessageIndex } from './message-index.ts';

/** Types that begin with one of several (B324): a party is a person or a company, a contact point one means. */
const choices: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    COLLATERAL: 'PLEDGED_ASSET SUBJECT_PROPERTY',
    CONTACT_POINT:
      'CONTACT_POINT_EMAIL CONTACT_POINT_SOCIAL_MEDIA CONTACT_POINT_TELEPHONE OTHER_CONTACT_POINT',
    EMPLOYER: 'INDIVIDUAL LEGAL_ENTITY',
    FEE_PAID_TO: 'INDIVIDUAL LEGAL_ENTITY',
    PARTY: 'INDIVIDUAL LEGAL_ENTITY',
  }).map(([type, names]) => [type, new Set(names.split(' '))]),
);

/** Two of a choice: a validator refuses it, and a reader takes one of them. */
export function choiceDefects(index: MessageIndex): Defect[] {
  return [...choices].flatMap(([type, names]) =>
    index
      .all(type)
      .map((element) => elementsOf(element).filter(({ name }) => names.has(name)))
      .filter((chosen) => new Set(chosen.map(({ name }) => name)).size > 1)
      .map(([first, ...others]) => {
        const message = `stands beside ${first?.name}, where ${type} has one or the other`;
        return index.defect(others.at(-1) as NonNullable<typeof first>, 'both-of-a-choice', 'error', message);
      }),
  );
}
