import type { DocumentType } from './document-types.ts';

/** What can be asked of a person: a document of a type, or something a document cannot settle. */
export const needKinds = [
  'pay-stub',
  'w2',
  'bank-statement',
  'driver-licence',
  'urla',
  'form-1040',
  'income-verification',
  'letter-of-explanation',
  'underwriting-decision',
] as const;
export type NeedKind = (typeof needKinds)[number];

/** The document types that satisfy a need; a need that no document covers has none. */
export const documentsFor = (kind: NeedKind): readonly DocumentType[] =>
  kind === 'pay-stub' ||
  kind === 'w2' ||
  kind === 'bank-statement' ||
  kind === 'driver-licence' ||
  kind === 'urla' ||
  kind === 'form-1040'
    ? [kind]
    : [];
