import { RegisterCheck } from '../../../../../lambdas/rules/hmda/register-check.ts';
import { formatLar, formatTs } from '../../../../../lambdas/rules/hmda/record-line.ts';
import { LEI, rowWith } from './validity-row.ts';
import { tsFields } from '../../../../../lambdas/rules/hmda/ts-fields.ts';
import { tsRow } from '../../../../../lambdas/rules/hmda/ts-row.ts';
import { universalLoanIdentifier } from '../../../../../lambdas/rules/hmda/uli.ts';
import type { FilingFacts } from '../../../../../lambdas/rules/hmda/open-filing.ts';
import type { TsFieldName } from '../../../../../lambdas/rules/hmda/ts-fields.ts';
import type { TsRow } from '../../../../../lambdas/rules/hmda/ts-row.ts';
import type { Change } from './validity-row.ts';
import type { LineFindings, RegisterSummary } from '../../../../../lambdas/rules/hmda/register-check.ts';

export type SheetChange = Partial<Record<TsFieldName, string>>;

const plainSheet: SheetChange = {
  recordIdentifier: '1',
  institutionName: 'Sample Mills Bank',
  calendarYear: '2025',
  calendarQuarter: '4',
  contactName: 'Avery Sample',
  contactPhone: '555-555-0100',
  contactEmail: 'avery@example.com',
  contactStreet: '12 Sample Road',
  contactCity: 'Exampleton',
  contactState: 'OH',
  contactZipCode: '43001-0001',
  federalAgency: '9',
  totalEntries: '1',
  taxpayerIdentification: '12-3456789',
  lei: LEI,
};

/** A transmittal sheet of 2025 that trips no edit over a file of one row. */
export const sheetWith = (change: SheetChange): TsRow =>
  tsRow(tsFields.map(({ name }) => change[name] ?? plainSheet[name] ?? ''));

/** Rows of 2025 with an identifier of their own each, unless the change has one. */
export const rowLines = (changes: readonly Change[]): string[] =>
  changes.map((change, index) =>
    formatLar(rowWith({ uli: universalLoanIdentifier(LEI, `LOAN${index}`), ...change })),
  );

/** A file's lines: a sheet that counts the rows unless told otherwise, then the rows. */
export const fileOf = (changes: readonly Change[], sheet: SheetChange = {}): string[] => [
  formatTs(sheetWith({ totalEntries: String(changes.length), ...sheet })),
  ...rowLines(changes),
];

export interface Checked {
  summary: RegisterSummary;
  findings: LineFindings[];
  /** The ids of the edits that were tripped, in the order of the guide. */
  ids: string[];
}

export function check(lines: readonly string[], facts: FilingFacts = {}): Checked {
  const findings: LineFindings[] = [];
  const register = new RegisterCheck(facts, (finding) => findings.push(finding));
  for (const line of lines) register.accept(line);
  const summary = register.finish();
  return { summary, findings, ids: summary.edits.map(({ edit }) => edit.id) };
}
