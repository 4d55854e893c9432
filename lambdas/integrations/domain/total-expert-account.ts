/** The partner's name in keys, metrics and the local cloud. */
export const partner = 'total-expert';
/** Of its effects. */
export const channel = 'TOTAL_EXPERT';

/** 2 token calls an hour and 1,000 requests a minute ("Getting Started", rate limits); a tenth is left to the lender's other tools. */
export const limits = { tokenCallsPerHour: 2, requestsPerMinute: 900 } as const;
