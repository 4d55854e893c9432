import type { Field } from '../document-reading.ts';
import { findLabels } from '../geometry/find-label.ts';
import type { Layout } from '../geometry/layout.ts';
import { isCompanyName, isPersonName } from '../values/names.ts';
import { addressDoubt, findAddressBlocks } from './address-blocks.ts';
import type { AddressBlock } from './address-blocks.ts';
import { makeField } from './collector.ts';
import { textField } from './labelled-value.ts';
import { PERSON_LABELS } from './pay-stub-labels.ts';

/**
 * Employee and employer: by their labels where printed, else by the two address blocks of a stub, of which one must look
 * like a person's and one like a company's. Where that is not clear the names stay doubtful.
 */
export function readParties(layout: Layout): Field[] {
  const labels = findLabels(layout, PERSON_LABELS).filter((label) => label.cell.words[0] === label.words[0]);
  const labelled = labels.flatMap((label): Field[] => {
    const field =
      label.name === 'employee'
        ? textField(layout, label, labels, isPersonName)
        : label.name === 'employer'
          ? textField(layout, label, labels, (text) => /\p{L}{3}/u.test(text) && !text.endsWith(':'))
          : undefined;
    return field ? [field] : [];
  });
  const blocks = findAddressBlocks(layout);
  return [
    ...labelled,
    ...fromBlocks(layout, blocks, 'employer', labelled),
    ...fromBlocks(layout, blocks, 'employee', labelled),
  ];
}

function fromBlocks(
  layout: Layout,
  blocks: readonly AddressBlock[],
  name: 'employer' | 'employee',
  labelled: readonly Field[],
): Field[] {
  const kind = name === 'employer' ? 'company' : 'person';
  const fitting = blocks.filter(
    (block) => block.kind === kind || (name === 'employee' && isPersonName(block.name.text)),
  );
  const names = new Set(fitting.map((block) => block.name.text.toLowerCase()));
  const block = fitting[0];
  if (!block || names.size !== 1) return [];
  const known = labelled.some((field) => field.name === name);
  const doubt =
    known || isCompanyName(block.name.text) || isPersonName(block.name.text)
      ? undefined
      : 'found by its place on the page only';
  const address = makeField({
    name: `${name}Address`,
    kind: 'text',
    value: block.addressText,
    words: block.address,
    layout,
    doubt: addressDoubt(block),
  });
  return [
    makeField({ name, kind: 'text', value: block.name.text, words: block.name.words, layout, doubt }),
    address,
  ];
}
