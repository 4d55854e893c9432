import { isEndedStage, type Stage } from '../../shared/stages.ts';
import type { Task } from '../../shared/views/task.v1.ts';

/** One stay of a loan in a stage, as a task names what it is about: `PROCESSING#2`. */
export const stayOf = ({ stage, entry }: { stage: Stage; entry: number }): string => `${stage}#${entry}`;

/** An open task about standing still in a stage, whichever stay. */
export const isAboutStay = ({ kind, status, aboutId }: Task, stage: Stage): boolean =>
  kind === 'stalled-stage' && status === 'OPEN' && aboutId.startsWith(`${stage}#`);

/**
 * Is there nothing left for a person to do because the loan has left this stage, or its road is at an end? A review is
 * ended by documents, with the document; an effect that nobody can tell of stays a question after the end.
 */
export function isOverWithStage(task: Task, left: Stage, loan: { stage: Stage; entry: number }): boolean {
  if (isAboutStay(task, left)) return !isPresentStay(task, loan);
  return (
    isEndedStage(loan.stage) &&
    task.status === 'OPEN' &&
    task.kind !== 'review-document' &&
    task.kind !== 'uncertain-effect'
  );
}

export const isPresentStay = ({ aboutId }: Task, loan: { stage: Stage; entry: number }): boolean =>
  aboutId === stayOf(loan);
