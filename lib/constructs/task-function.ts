import type { Construct } from 'constructs';
import { HouseFunction, type HouseFunctionProps } from './house-function.ts';

export interface TaskFunctionProps<E> extends Omit<HouseFunctionProps<E>, 'handler'> {
  /** `task-<verb>-<noun>`, a file of the capability's `handlers/`. */
  handler: `task-${string}`;
}

/**
 * One step of a workflow. It has no alarm of its own: a failed step is retried or caught by its machine, and the
 * machine's alarm speaks when it is not.
 */
export class TaskFunction<E = never> extends HouseFunction<E> {
  /** The placeholder of its ARN in state machines: `task-open-needs` is `TaskOpenNeedsArn`. */
  readonly placeholder: string;

  constructor(scope: Construct, id: string, props: TaskFunctionProps<E>) {
    super(scope, id, { memory: 'task', timeoutSeconds: 15, ...props });
    this.placeholder = `${pascalCase(props.handler)}Arn`;
  }
}

function pascalCase(kebab: string): string {
  return kebab
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
