/** What a document can be; `unknown` is an answer, never a guess. */
export const documentTypes = [
  'pay-stub',
  'w2',
  'bank-statement',
  'driver-licence',
  'urla',
  'form-1040',
  'unknown',
] as const;
export type DocumentType = (typeof documentTypes)[number];
