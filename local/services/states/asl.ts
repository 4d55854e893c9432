import type { Json } from '../service.ts';

/** The part of the Amazon States Language that this engine runs: the JSONata dialect. https://states-language.net */
export interface Machine {
  QueryLanguage?: string;
  Comment?: string;
  Version?: string;
  TimeoutSeconds?: number;
  StartAt: string;
  States: Record<string, State>;
}

/** The inside of a Parallel branch or of a Map iteration. */
export interface Region {
  StartAt: string;
  States: Record<string, State>;
  ProcessorConfig?: { Mode?: string };
}

export interface Retrier {
  ErrorEquals: string[];
  IntervalSeconds?: number;
  MaxAttempts?: number;
  BackoffRate?: number;
  MaxDelaySeconds?: number;
  JitterStrategy?: 'FULL' | 'NONE';
}

export interface Catcher {
  ErrorEquals: string[];
  Next: string;
  Assign?: Record<string, Json>;
  Output?: Json;
}

interface Step {
  Comment?: string;
  QueryLanguage?: string;
  Assign?: Record<string, Json>;
  Output?: Json;
  Next?: string;
  End?: boolean;
}

interface Fallible {
  Retry?: Retrier[];
  Catch?: Catcher[];
}

export interface PassState extends Step {
  Type: 'Pass';
}

export interface TaskState extends Step, Fallible {
  Type: 'Task';
  Resource: string;
  Arguments?: Json;
  TimeoutSeconds?: number | string;
  HeartbeatSeconds?: number | string;
}

export interface ChoiceRule {
  Condition: string | boolean;
  Next: string;
  Assign?: Record<string, Json>;
  Output?: Json;
}

export interface ChoiceState extends Omit<Step, 'Next' | 'End'> {
  Type: 'Choice';
  Choices: ChoiceRule[];
  Default?: string;
}

export interface WaitState extends Step {
  Type: 'Wait';
  Seconds?: number | string;
  Timestamp?: string;
}

export interface SucceedState extends Omit<Step, 'Next' | 'End' | 'Assign'> {
  Type: 'Succeed';
}

export interface FailState {
  Type: 'Fail';
  Comment?: string;
  QueryLanguage?: string;
  Error?: string;
  Cause?: string;
}

export interface ParallelState extends Step, Fallible {
  Type: 'Parallel';
  Arguments?: Json;
  Branches: Region[];
}

export interface MapState extends Step, Fallible {
  Type: 'Map';
  Items?: Json;
  ItemSelector?: Json;
  MaxConcurrency?: number | string;
  ItemProcessor: Region;
}

export type State =
  | PassState
  | TaskState
  | ChoiceState
  | WaitState
  | SucceedState
  | FailState
  | ParallelState
  | MapState;

/** Where a transition leads; undefined where the state has none of its own. */
export function targetsOf(state: State): string[] {
  const caught = 'Catch' in state ? (state.Catch ?? []).map(({ Next }) => Next) : [];
  if (state.Type === 'Choice')
    return [
      ...state.Choices.map(({ Next }) => Next),
      ...(state.Default === undefined ? [] : [state.Default]),
    ];
  if (state.Type === 'Succeed' || state.Type === 'Fail') return [];
  return [...(state.Next === undefined ? [] : [state.Next]), ...caught];
}

/** The regions a state owns: branches of a Parallel, the processor of a Map. */
export function regionsOf(state: State): Region[] {
  if (state.Type === 'Parallel') return state.Branches;
  if (state.Type === 'Map') return [state.ItemProcessor];
  return [];
}
