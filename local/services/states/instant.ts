/** Epoch milliseconds as the contexts and events of Step Functions write them: `2026-03-02T15:00:00.000Z`. */
export function isoInstant(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
