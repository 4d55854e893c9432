const LEI = /^[0-9A-Za-z]{20}$/;

/** Twenty letters and digits (ISO 17442); whether the identifier exists is not asked here. */
export const isLei = (text: string): boolean => LEI.test(text);
