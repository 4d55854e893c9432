/** The loan's road; only the transition command moves a loan along it. */
export const stages = [
  'NEW_LEAD',
  'APPLICATION',
  'PROCESSING',
  'UNDERWRITING',
  'CLEAR_TO_CLOSE',
  'FUNDED',
  'WITHDRAWN',
  'DENIED',
] as const;
export type Stage = (typeof stages)[number];

/** Where a file is closed and no transition leads on: nothing more is asked, taken in or decided. The road's own test holds the two together. */
export const endedStages = ['FUNDED', 'WITHDRAWN', 'DENIED'] as const satisfies readonly Stage[];
export const openStages = stages.filter((stage) => !endedStages.some((ended) => ended === stage));

export const isEndedStage = (stage: Stage): boolean => endedStages.some((ended) => ended === stage);
