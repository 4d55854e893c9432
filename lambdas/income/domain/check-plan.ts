/** Minutes after the order at which the provider is asked again, should its word not reach us. */
export const checkMinutes = [2, 10, 30, 60, 180, 720, 1_440, 2_880, 4_320, 7_200, 10_080] as const;

const minuteMs = 60_000;

/** How long an unreachable provider is waited for before a person is told, and how long one that is at work. */
const patienceMinutes = { unreachable: 60, processing: 4_320 } as const;

export type Progress = 'settled' | 'processing' | 'unreachable';

/** When check number `attempt` (from 1) is due after the order; undefined when there are no more. */
export const checkDueMs = (attempt: number): number | undefined => {
  const minutes = checkMinutes[attempt - 1];
  return minutes === undefined ? undefined : minutes * minuteMs;
};

/** Whether the time has come to put the matter before a person; the asking goes on. */
export const isPersonsMatter = (progress: Exclude<Progress, 'settled'>, attempt: number): boolean =>
  (checkMinutes[attempt - 1] ?? Number.POSITIVE_INFINITY) >= patienceMinutes[progress];
