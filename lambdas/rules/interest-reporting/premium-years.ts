/** Tax years of which mortgage insurance premiums are reported, 26 USC 163(h)(3)(E) and 6050H(h); 2026 on by the act of 2025. */
const YEARS: readonly { from: number; through?: number }[] = [{ from: 2007, through: 2021 }, { from: 2026 }];

/** Whether box 5 is filled for a year. */
export const premiumsAreReported = (year: number): boolean =>
  YEARS.some(({ from, through }) => year >= from && (through === undefined || year <= through));
