/** `error`: not understood, lost to a reader, or refused by DU. `warning`: understood though not written as the standard says. */
export type Severity = 'error' | 'warning';

/**
 * Something wrong with a file, by place. `path` is `MESSAGE/DEAL_SETS/…/ASSET[2]/ASSET_DETAIL/AssetType`; nothing here
 * repeats a borrower's data: `found` is given for codes, labels and arc roles only.
 */
export interface Defect {
  path: string;
  rule: string;
  severity: Severity;
  message: string;
  found?: string;
}

/** A code as it may be shown: short, and without a run of digits that could be a number of somebody's. */
export const showable = (text: string): string => text.slice(0, 80).replaceAll(/\d{4,}/g, '####');
