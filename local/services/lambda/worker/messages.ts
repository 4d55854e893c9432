/** What host and worker process tell each other over the IPC channel. Payloads travel as JSON text. */
export type ToWorker =
  | { type: 'invoke'; requestId: string; functionArn: string; event: string; remainingMs: number }
  | { type: 'clock'; offsetMs: number };

export type FromWorker =
  | { type: 'ready' }
  | { type: 'initFailed'; error: FunctionErrorShape }
  | { type: 'done'; requestId: string; result: string }
  | { type: 'failed'; requestId: string; error: FunctionErrorShape };

/** As Lambda's Node runtime reports an error. */
export interface FunctionErrorShape {
  errorType: string;
  errorMessage: string;
  trace: string[];
}
