import type { DocumentType } from '../../shared/document-types.ts';
import { plainTypeNames } from './plain-names.ts';

/** What the sender of an accepted file is told beside it. */
export interface Aside {
  code: 'NotWhatWasAsked';
  text: string;
}

/** An accepted file of which no part is what its owner was asked for: it is kept as what it is, and the ask stands. */
export function anotherDocument(
  types: readonly DocumentType[],
  asked: readonly DocumentType[],
): Aside | undefined {
  if (asked.length === 0 || types.some((type) => asked.includes(type))) return undefined;
  const known = types.filter((type) => type !== 'unknown');
  const looks = plainTypeNames(known.length > 0 ? known : types, 'and');
  const wanted = plainTypeNames(asked, 'and');
  return {
    code: 'NotWhatWasAsked',
    text: `We asked for your ${wanted}; this looks like a ${looks}. We keep it for your file as that. We still need your ${wanted}.`,
  };
}
