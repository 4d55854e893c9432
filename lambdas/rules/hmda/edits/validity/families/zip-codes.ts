const ZIP = /^\d{5}(?:-\d{4})?$/;

/** `12345` or `12345-1010`. */
export const isZipCode = (text: string): boolean => ZIP.test(text);
