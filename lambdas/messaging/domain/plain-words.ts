import type { DocumentType } from '../../shared/document-types.ts';
import type { NeedKind } from '../../shared/needs.ts';
import type { Stage } from '../../shared/stages.ts';

/** How borrowers call things. */
export const documentWords: Record<DocumentType, string> = {
  'pay-stub': 'pay stub',
  w2: 'W-2',
  'bank-statement': 'bank statement',
  'driver-licence': "driver's license",
  urla: 'loan application form',
  'form-1040': 'tax return (Form 1040)',
  unknown: 'document',
};

/** Absent: nothing is asked of a borrower by this need. */
export const askWords: Record<NeedKind, string | undefined> = {
  'pay-stub': 'your most recent pay stub, not older than 30 days',
  w2: 'your W-2 of last year',
  'bank-statement': 'your bank statements of the last two months, every page',
  'driver-licence': "your driver's license",
  urla: 'your signed loan application form',
  'form-1040': 'your last federal tax return, every page',
  'letter-of-explanation': 'a short letter that explains what our file leaves open',
  'income-verification': undefined,
  'underwriting-decision': undefined,
};

export const stageWords: Record<Stage, string> = {
  NEW_LEAD: 'is open',
  APPLICATION: 'is now an application',
  PROCESSING: 'is in processing: we are putting your file together',
  UNDERWRITING: 'is with our underwriter',
  CLEAR_TO_CLOSE: 'is clear to close',
  FUNDED: 'is funded',
  WITHDRAWN: 'was withdrawn, as you asked',
  // A denial is told by the notice that Reg B 1002.9 prescribes, never by this message.
  DENIED: 'has a decision: you will receive it in writing',
};

/** Why a document came back, in words that say what to do next. */
export const returnWords: Record<string, string> = {
  Unreadable: 'we could not read it. Please upload a clearer copy',
  Encrypted: 'it is protected by a password. Please upload a copy without one',
  Corrupt: 'the file is damaged. Please upload it again',
  Unsupported: 'it is of a kind we cannot open. Please upload a PDF, JPEG or PNG',
  TooLarge: 'it is too large for us. Please upload it in smaller parts, or at a lower resolution',
  TooOld: 'it is too old. Please upload your most recent one',
  WrongPerson: 'it does not carry your name. Please upload your own',
  MissingPages: 'pages are missing. Please upload every page',
  NotWhatWasAsked: 'it is not what we asked for. Please look at our list and upload that document',
  Infected: 'our scanner found a threat in it. Please check your computer and upload a clean copy',
};

export const returnReason = (code: string): string =>
  returnWords[code] ?? 'we could not use it. Please upload another copy';
