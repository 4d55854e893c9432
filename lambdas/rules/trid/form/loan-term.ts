/** The term to maturity of 1026.37(a)(8), comment 37(a)(8)-1: `30 years`, `15 yr. 5 mo.`, `1 year`, `16 mo.`. */
export function loanTermText(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  if (rest === 0) return years === 1 ? '1 year' : `${years} years`;
  return months < 24 ? `${months} mo.` : `${years} yr. ${rest} mo.`;
}

/** Where the legal obligation leaves the term open: the longest of a range (comment 37(a)(8)-2). */
export const loanTermRangeText = (leastMonths: number, mostMonths: number): string =>
  leastMonths === mostMonths
    ? loanTermText(mostMonths)
    : `${loanTermText(leastMonths)} - ${loanTermText(mostMonths)}`;
