import type { Stage } from '../../shared/stages.ts';
import type { Task } from '../../shared/views/task.v1.ts';

/** One stay of a loan in a stage, as a task names what it is about: `PROCESSING#2`. */
export const stayOf = ({ stage, entry }: { stage: Stage; entry: number }): string => `${stage}#${entry}`;

/** An open task about standing still in a stage, whichever stay. */
export const isAboutStay = ({ kind, status, aboutId }: Task, stage: Stage): boolean =>
  kind === 'stalled-stage' && status === 'OPEN' && aboutId.startsWith(`${stage}#`);

export const isPresentStay = ({ aboutId }: Task, loan: { stage: Stage; entry: number }): boolean =>
  aboutId === stayOf(loan);
