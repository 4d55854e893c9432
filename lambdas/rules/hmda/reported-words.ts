/** Words and codes that stand for an absent value. Upper and lower case count: the guide writes `NA` and `Exempt`. */

export const isBlank = (text: string): boolean => text === '';

export const isNotApplicable = (text: string): boolean => text === 'NA';

/** The exemption election in a field that takes text. */
export const isExempt = (text: string): boolean => text === 'Exempt';

/** The exemption election in a field that takes codes. */
export const isExemptCode = (text: string): boolean => text === '1111';

export const isNotApplicableOrExempt = (text: string): boolean => text === 'NA' || text === 'Exempt';
