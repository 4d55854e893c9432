/** The six items that make an application (12 CFR 1026.2(a)(3)(ii)): presence only, no values. */
export interface SixItems {
  name: boolean;
  income: boolean;
  socialSecurityNumber: boolean;
  propertyAddress: boolean;
  estimatedPropertyValue: boolean;
  loanAmount: boolean;
}

export const missingItems = (items: SixItems): (keyof SixItems)[] =>
  (Object.keys(items) as (keyof SixItems)[]).filter((name) => !items[name]);

export interface ItemSources {
  borrowers: readonly { hasName: boolean; statedMonthlyIncomeCents?: number | undefined; hasSsn: boolean }[];
  propertyAddress: unknown;
  valuations: readonly unknown[];
  amountCents: number;
}

/** A consumer's items: any one borrower's income, name and number make the application, each borrower's own are asked for later. */
export function sixItemsOf({ borrowers, propertyAddress, valuations, amountCents }: ItemSources): SixItems {
  return {
    name: borrowers.some(({ hasName }) => hasName),
    income: borrowers.some(({ statedMonthlyIncomeCents }) => statedMonthlyIncomeCents !== undefined),
    socialSecurityNumber: borrowers.some(({ hasSsn }) => hasSsn),
    propertyAddress: propertyAddress !== undefined,
    estimatedPropertyValue: valuations.length > 0,
    loanAmount: amountCents > 0,
  };
}
