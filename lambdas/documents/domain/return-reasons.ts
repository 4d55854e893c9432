import { REFUSALS, type RefusalReason } from './inspection-verdict.ts';

/** Why a document came back, as events and letters call it. */
export const returnCodes = [
  'Unreadable',
  'Encrypted',
  'Corrupt',
  'Unsupported',
  'TooLarge',
  'TooOld',
  'WrongPerson',
  'MissingPages',
  'NotWhatWasAsked',
] as const;
export type ReturnCode = (typeof returnCodes)[number];

/** Also what no reviewer chooses. */
export const endCodes = [...returnCodes, 'LoanClosed'] as const;
export type EndCode = (typeof endCodes)[number];

const refusalCodes: Record<RefusalReason, ReturnCode> = {
  'empty-file': 'Corrupt',
  corrupt: 'Corrupt',
  encrypted: 'Encrypted',
  'heic-not-accepted': 'Unsupported',
  'type-not-accepted': 'Unsupported',
  'type-mismatch': 'Unsupported',
  'mixed-content': 'Unsupported',
  'too-large': 'TooLarge',
  'too-many-pages': 'TooLarge',
  'expands-too-far': 'TooLarge',
  'too-complex': 'TooLarge',
  'picture-too-large': 'TooLarge',
};

export interface ReturnReason {
  code: EndCode;
  /** What is wrong and what to do, for the borrower. */
  text: string;
}

/** Of a file that inspection refused. */
export const refusalReason = (reason: RefusalReason): ReturnReason => ({
  code: refusalCodes[reason],
  text: REFUSALS[reason],
});

/** Of a file that came, or waited for a person, when the loan's road had ended: asked for nothing, looked at by nobody. */
export const loanClosedReason: ReturnReason = {
  code: 'LoanClosed',
  text: 'Your loan file was closed before this document was processed. We keep the document and do not read it. There is nothing more to do.',
};

/** Of a verdict that asks the borrower; its sentence is its own. */
export function verdictReason(code: string, text: string): ReturnReason {
  return { code: code.endsWith('too-old') || code.endsWith('expired') ? 'TooOld' : 'Unreadable', text };
}

const personTexts: Record<ReturnCode, string> = {
  Unreadable: "We can't read this document. Please upload a clearer copy, straight and in good light.",
  Encrypted: REFUSALS.encrypted,
  Corrupt: REFUSALS.corrupt,
  Unsupported: REFUSALS['type-not-accepted'],
  TooLarge: REFUSALS['too-large'],
  TooOld: 'This document is too old for us. Please upload your most recent one.',
  WrongPerson: 'This document does not carry your name. Please upload your own.',
  MissingPages: 'Pages are missing. Please upload the document with every page.',
  NotWhatWasAsked: 'This is not the document that we asked for. Please look at our list and upload that one.',
};

/** Of a reviewer, who chooses a code and writes no words of their own. */
export const personReason = (code: ReturnCode): ReturnReason => ({ code, text: personTexts[code] });

export const scanReasons = {
  THREATS_FOUND:
    'Our scanner found a threat in this file. Please check your computer and upload a clean copy.',
  UNSUPPORTED: 'Our scanner cannot look into this file. Please upload a copy without protection.',
  FAILED: 'This file could not be scanned. Please upload it again.',
} as const;
