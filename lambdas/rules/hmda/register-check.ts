import { everyEdit, filingEdits } from './filing-edits.ts';
import { fieldCountProblem, formProblems, isSpoiled, textProblems } from './form-problems.ts';
import { isWholeRow, textsOf } from './record-line.ts';
import { DuplicateWatch } from './duplicate-watch.ts';
import { EditCounts } from './edit-count.ts';
import { larFields } from './lar-fields.ts';
import { larRow } from './lar-row.ts';
import { openFiling } from './open-filing.ts';
import { s300 } from './edits/file/s300.ts';
import { tsFields } from './ts-fields.ts';
import { tsTexts } from './ts-row.ts';
import type { EditNotRun, FilingEdits } from './filing-edits.ts';
import type { CountEdit } from './count-edit.ts';
import type { Edit } from './edit.ts';
import type { EditCount } from './edit-count.ts';
import type { FilingContext } from './filing-context.ts';
import type { FilingFacts } from './open-filing.ts';
import type { FormProblem } from './form-problems.ts';
import type { LarRow } from './lar-row.ts';

/** What one line tripped. Line 1 is the sheet, and carries the edits of the whole file too. */
export interface LineFindings {
  line: number;
  /** The identifier of the row; blank for the sheet. */
  uli: string;
  edits: readonly Edit[];
  problems: readonly FormProblem[];
  /** Where the row is a duplicate of one before it: that one's line. */
  duplicateOfLine?: number;
}

/** What a whole file tripped. */
export interface RegisterSummary {
  context: FilingContext;
  /** Rows of the register, the sheet not counted. */
  rows: number;
  edits: readonly EditCount[];
  problemCount: number;
  firstProblems: readonly FormProblem[];
  notRun: readonly EditNotRun[];
}

const MOST_PROBLEMS = 20;

/**
 * Holds a file against every edit of its year as its lines come, without their terminators, the transmittal sheet
 * first. Memory grows by some 40 bytes a row, for the duplicates. `onFindings` hears of each line that tripped
 * anything, in the order of the lines, the sheet's and the file's own at the end.
 */
export class RegisterCheck {
  private readonly facts: FilingFacts;
  private readonly onFindings: (findings: LineFindings) => void;
  private readonly tripped = new EditCounts();
  private readonly firstProblems: FormProblem[] = [];
  private problemCount = 0;
  private line = 0;
  private rows = 0;
  private blankLines = 0;
  private filing?: { context: FilingContext; edits: FilingEdits };
  private counts: { edit: CountEdit; part: number; whole: number }[] = [];
  private duplicates = new DuplicateWatch([]);

  constructor(facts: FilingFacts, onFindings: (findings: LineFindings) => void = () => {}) {
    this.facts = facts;
    this.onFindings = onFindings;
  }

  /** @throws invalid when the first line is no transmittal sheet of a year that is held here */
  accept(line: string): void {
    this.line += 1;
    if (line === '') this.blankLines += 1;
    else if (!this.filing) this.open(line);
    else this.acceptRow(line, this.filing);
  }

  /** @throws invalid when there was no line */
  finish(): RegisterSummary {
    const filing = this.filing ?? this.open('');
    this.closeSheet(filing);
    return {
      context: filing.context,
      rows: this.rows,
      edits: this.tripped.inOrderOf(everyEdit),
      problemCount: this.problemCount,
      firstProblems: this.firstProblems,
      notRun: filing.edits.notRun,
    };
  }

  private open(line: string): { context: FilingContext; edits: FilingEdits } {
    const context = openFiling(line, this.facts);
    const edits = filingEdits(context);
    this.counts = edits.count.map((edit) => ({ edit, part: 0, whole: 0 }));
    this.duplicates = new DuplicateWatch(edits.duplicate);
    this.filing = { context, edits };
    return this.filing;
  }

  private acceptRow(line: string, { context, edits }: { context: FilingContext; edits: FilingEdits }): void {
    const texts = textsOf(line);
    const row = larRow(texts);
    const failed: Edit[] = [];
    this.rows += 1;
    if (s300.fails(row.recordIdentifier, false)) failed.push(s300);
    let problems: FormProblem[];
    if (isWholeRow(texts)) {
      problems = formProblems(larFields, texts, this.line);
      if (isSpoiled(line)) problems.unshift(...textProblems(larFields, texts, this.line));
      for (const edit of edits.row) if (edit.fails(row, context)) failed.push(edit);
    } else problems = [fieldCountProblem(this.line, larFields.length, texts.length)];
    this.countRow(row, context);
    const duplicates = this.duplicates.see(row, line, this.line);
    failed.push(...duplicates.edits);
    this.report(row.uli, failed, [...this.blankLineProblem(), ...problems], duplicates.firstLine);
  }

  private countRow(row: LarRow, context: FilingContext): void {
    for (const count of this.counts) {
      if (count.edit.isPart(row, context)) count.part += 1;
      if (count.edit.isWhole(row, context)) count.whole += 1;
    }
  }

  private closeSheet({ context, edits }: { context: FilingContext; edits: FilingEdits }): void {
    const failed: Edit[] = edits.sheet.filter((edit) => edit.fails(context.sheet, context));
    if (s300.fails(context.sheet.recordIdentifier, true)) failed.unshift(s300);
    for (const { edit, part, whole } of this.counts) if (edit.fails(part, whole, context)) failed.push(edit);
    this.line = 1;
    const texts = tsTexts(context.sheet);
    this.report('', failed, [...textProblems(tsFields, texts, 1), ...formProblems(tsFields, texts, 1)]);
  }

  /** Blank lines at the end of a file are no fault; those before a row are. */
  private blankLineProblem(): FormProblem[] {
    if (this.blankLines === 0) return [];
    this.blankLines = 0;
    return [{ line: this.line - 1, rule: 'must not be blank before a later row' }];
  }

  private report(
    uli: string,
    edits: readonly Edit[],
    problems: readonly FormProblem[],
    duplicateOfLine = 0,
  ): void {
    if (edits.length === 0 && problems.length === 0) return;
    for (const edit of edits) this.tripped.add(edit, this.line);
    this.problemCount += problems.length;
    this.firstProblems.push(...problems.slice(0, MOST_PROBLEMS - this.firstProblems.length));
    const duplicate = duplicateOfLine === 0 ? {} : { duplicateOfLine };
    this.onFindings({ line: this.line, uli, edits, problems, ...duplicate });
  }
}
