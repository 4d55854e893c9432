import type { EditCount } from '../../lambdas/rules/hmda/edit-count.ts';
import type { FormProblem } from '../../lambdas/rules/hmda/form-problems.ts';
import type { RegisterSummary } from '../../lambdas/rules/hmda/register-check.ts';

const problemLine = ({ line, position, field, rule }: FormProblem): string =>
  field === undefined ? `line ${line} ${rule}` : `line ${line}, field ${position} ${field}: ${rule}`;

function editLines({ edit, count, firstLines }: EditCount): string[] {
  const lines = firstLines.join(', ') + (count > firstLines.length ? ', …' : '');
  return [`${edit.id.padEnd(7)} ${edit.kind.padEnd(11)} ${count} x  ${edit.text}`, `        lines ${lines}`];
}

/** What a person reads: values that are no values, then each edit with its count, its words and its first lines. */
export function summaryText({
  context,
  rows,
  edits,
  problemCount,
  firstProblems,
  notRun,
}: RegisterSummary): string {
  const period = context.quarter === 4 ? 'annual' : `quarter ${context.quarter}`;
  const problems =
    problemCount === 0
      ? []
      : [
          `${problemCount} values or lines cannot be read as the guide has them:`,
          ...firstProblems.map(problemLine),
          '',
        ];
  return [
    `Register of ${context.year}, ${period}: ${rows} rows, ${edits.length} edits tripped`,
    '',
    ...problems,
    ...edits.flatMap(editLines),
    ...notRun.map(({ edit, lacks }) => `not run: ${edit.id}, which needs ${lacks.join(' and ')}`),
    '',
  ].join('\n');
}
