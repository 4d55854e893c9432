import { conflict, type DomainError, type Facts } from './errors.ts';

/** A named, legal change of state. `from` becomes the write's condition, so that the database is the guard. */
export interface Transition<State extends string> {
  from: readonly State[];
  to: State;
}

export interface StateCondition {
  expression: string;
  names: Record<string, string>;
  values: Record<string, string>;
}

/** The DynamoDB condition that holds exactly when `attribute` is a legal prior state. */
export function priorStateCondition(transition: Transition<string>, attribute: string): StateCondition {
  const values = Object.fromEntries(transition.from.map((state, index) => [`:from${index}`, state]));
  return {
    expression: `#state IN (${Object.keys(values).join(', ')})`,
    names: { '#state': attribute },
    values,
  };
}

export function illegalTransition(name: string, state: string, facts: Facts = {}): DomainError {
  return conflict('IllegalTransition', `${name} is not legal from ${state}`, {
    transition: name,
    state,
    ...facts,
  });
}
