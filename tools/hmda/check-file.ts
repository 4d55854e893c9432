import { DomainError } from '../../lambdas/shared/errors.ts';
import { RegisterCheck } from '../../lambdas/rules/hmda/register-check.ts';
import { LineTooLong, readLines } from './read-lines.ts';
import { summaryText } from './summary-text.ts';
import type { FilingFacts } from '../../lambdas/rules/hmda/open-filing.ts';
import type { LineFindings, RegisterSummary } from '../../lambdas/rules/hmda/register-check.ts';

/** 0: no edit tripped; 1: some were; 2: the file, or a value in it, cannot be read as the guide has it. */
export type CheckExitCode = 0 | 1 | 2;

export interface CheckRequest {
  file: string;
  asJson: boolean;
  facts: FilingFacts;
}

export interface CheckOutput {
  out: (text: string) => void;
  error: (text: string) => void;
}

const findingJson = ({ line, uli, edits, problems, duplicateOfLine }: LineFindings): string =>
  JSON.stringify({ line, uli, edits: edits.map(({ id }) => id), problems, duplicateOfLine });

function summaryJson({ context, rows, edits, problemCount, notRun }: RegisterSummary): string {
  return JSON.stringify({
    year: context.year,
    quarter: context.quarter,
    rows,
    problemCount,
    edits: edits.map(({ edit: { id, kind, text }, count, firstLines }) => ({
      id,
      kind,
      text,
      count,
      firstLines,
    })),
    notRun: notRun.map(({ edit: { id, text }, lacks }) => ({ id, text, lacks })),
  });
}

/** Every row that tripped anything, as it is found, then the summary: one JSON document in constant memory. */
function checkAsJson(request: CheckRequest, out: (text: string) => void): RegisterSummary {
  let isFirst = true;
  const check = new RegisterCheck(request.facts, (findings) => {
    out(`${isFirst ? '{"findings":[\n' : ',\n'}${findingJson(findings)}`);
    isFirst = false;
  });
  for (const line of readLines(request.file)) check.accept(line);
  const summary = check.finish();
  out(`${isFirst ? '{"findings":[' : '\n'}],\n"summary":${summaryJson(summary)}}\n`);
  return summary;
}

function checkAsText(request: CheckRequest, out: (text: string) => void): RegisterSummary {
  const check = new RegisterCheck(request.facts);
  for (const line of readLines(request.file)) check.accept(line);
  const summary = check.finish();
  out(summaryText(summary));
  return summary;
}

/** Checks a register's file and writes the report; what stops it is said on one line with the line and the field. */
export function checkFile(request: CheckRequest, { out, error }: CheckOutput): CheckExitCode {
  try {
    const summary = request.asJson ? checkAsJson(request, out) : checkAsText(request, out);
    if (summary.problemCount > 0) return 2;
    return summary.edits.length > 0 ? 1 : 0;
  } catch (thrown) {
    if (!(thrown instanceof DomainError) && !isSystemError(thrown)) throw thrown;
    error(`${thrown.message}\n`);
    return 2;
  }
}

const isSystemError = (thrown: unknown): thrown is Error =>
  thrown instanceof Error && ('code' in thrown || thrown instanceof LineTooLong);
