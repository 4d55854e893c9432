import type { Field } from '../document-reading.ts';
import { findLabels } from '../geometry/find-label.ts';
import type { Label } from '../geometry/find-label.ts';
import type { Layout } from '../geometry/layout.ts';
import { readDates } from '../geometry/read-words.ts';
import { parseSsn } from '../values/parse-identifier.ts';
import type { Collected } from './collector.ts';
import { agree, merge } from './collector.ts';
import {
  dateField,
  fieldOfDate,
  identifierField,
  textField,
  wordsBelow,
  wordsRightOf,
} from './labelled-value.ts';
import { readAmounts } from './pay-stub-amounts.ts';
import { confirmPayStub } from './pay-stub-confirm.ts';
import { DATE_LABELS, PERSON_LABELS } from './pay-stub-labels.ts';
import { readParties } from './pay-stub-parties.ts';

const NAMES = [
  'employee',
  'employeeAddress',
  'employer',
  'employerAddress',
  'ssn',
  'periodStart',
  'periodEnd',
  'payDate',
  'currentGross',
  'ytdGross',
  'netPay',
  'ytdNet',
  'regularRate',
  'regularHours',
  'regularCurrent',
  'regularYtd',
];

/** A pay stub of any payroll vendor: dates, parties, totals, and every row of earnings and deductions that has a known name. */
export function readPayStub(layouts: readonly Layout[]): Collected {
  const candidates = layouts.flatMap((layout) => [
    ...readPeriod(layout),
    ...readPerson(layout),
    ...readParties(layout),
    ...readAmounts(layout),
  ]);
  const names = new Set([...NAMES, ...candidates.map((field) => field.name)]);
  const collected: Collected = { fields: [], absent: [] };
  for (const name of names)
    merge(
      collected,
      agree(
        name,
        candidates.filter((field) => field.name === name),
      ),
    );
  return { ...collected, fields: confirmPayStub(collected.fields, layouts) };
}

function readPeriod(layout: Layout): Field[] {
  const labels = findLabels(layout, DATE_LABELS);
  return labels.flatMap((label) =>
    label.name === 'period'
      ? readRange(layout, label, labels)
      : [dateField(layout, label, labels)].flatMap((field) => field ?? []),
  );
}

/** `Pay Period: 01/01/2024 - 01/15/2024`. */
function readRange(layout: Layout, label: Label, labels: readonly Label[]): Field[] {
  const lines = [wordsRightOf(layout, label, labels), ...wordsBelow(layout, label, labels)];
  const dates = lines
    .map((words) => readDates(words.filter((word) => !/^(?:[-–—:]|to|thru|through|from)$/iu.test(word.text))))
    .find((list) => list.length === 2);
  const [start, end] = dates ?? [];
  return start && end && start.value.on < end.value.on
    ? [fieldOfDate(layout, 'periodStart', start), fieldOfDate(layout, 'periodEnd', end)]
    : [];
}

const MARITAL =
  /^(?:single|married|head of household|divorced|separated|widowed|married filing jointly|married filing separately|single or married filing separately|m|s)\b/i;

function readPerson(layout: Layout): Field[] {
  const labels = findLabels(layout, PERSON_LABELS);
  return labels.flatMap((label): Field[] => {
    const field =
      label.name === 'ssn'
        ? identifierField(layout, label, labels, parseSsn)
        : label.name === 'maritalStatus'
          ? textField(layout, label, labels, (text) => MARITAL.test(text))
          : label.name === 'title'
            ? textField(
                layout,
                label,
                labels,
                (text) => /^\p{L}[\p{L}\s/-]{2,30}$/u.test(text) && !/hours|rate|pay/i.test(text),
              )
            : undefined;
    return field ? [field] : [];
  });
}
