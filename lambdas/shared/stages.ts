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
