/** A failure as the states language names it: `Error` matched by Retry and Catch, `Cause` for people. */
export class StateError extends Error {
  readonly error: string;
  readonly reason: string | undefined;

  constructor(error: string, reason?: string) {
    super(reason === undefined ? error : `${error}: ${reason}`);
    this.name = 'StateError';
    this.error = error;
    this.reason = reason;
  }
}

/** What Retry and Catch are shown, and what `$states.errorOutput` holds. */
export interface Failure {
  error: string;
  cause?: string;
}

export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof StateError)
    return { error: thrown.error, ...(thrown.reason !== undefined && { cause: thrown.reason }) };
  return { error: 'States.Runtime', cause: thrown instanceof Error ? thrown.message : String(thrown) };
}

/**
 * Whether an `ErrorEquals` list takes an error. `States.ALL` takes everything but `States.Runtime` and
 * `States.DataLimitExceeded`; `States.TaskFailed` takes all of that but `States.Timeout`; `States.Timeout` also takes a missed heartbeat.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export function matchesError(error: string, errorEquals: readonly string[]): boolean {
  const isTerminal = error === 'States.Runtime' || error === 'States.DataLimitExceeded';
  return errorEquals.some((name) => {
    if (name === error) return error !== 'States.Runtime';
    if (isTerminal) return false;
    if (name === 'States.ALL') return true;
    if (name === 'States.TaskFailed') return error !== 'States.Timeout';
    return name === 'States.Timeout' && error === 'States.HeartbeatTimeout';
  });
}
