import type { AcceptedType } from './file-kind.ts';
import { FILE_LIMITS } from './file-limits.ts';

/** Why a file is refused before it is read, with the sentence that the borrower sees: what is wrong, and what to do. */
export const REFUSALS = {
  'empty-file': 'The file is empty. Please choose the file again and upload it once more.',
  'too-large': `The file is larger than ${FILE_LIMITS.maxBytes / 1024 / 1024} MB. Please send it in smaller parts.`,
  'too-many-pages': `The file has more than ${FILE_LIMITS.maxPages} pages. Please send it in smaller parts.`,
  'heic-not-accepted':
    'This is an iPhone photo in HEIC format, which we cannot read. Please send it as JPEG (Settings, Camera, Formats, Most Compatible) or as PDF.',
  'type-not-accepted': 'We can read PDF, PNG, JPEG and TIFF files. Please send the document as one of these.',
  'type-mismatch':
    'The file is not what its name says it is. Please save the document again as PDF, PNG or JPEG and upload that.',
  'mixed-content':
    'The file contains something besides the document. Please print the document to PDF and upload that.',
  encrypted:
    'The file is protected by a password or restrictions. Please save or print a copy without protection and upload that.',
  corrupt:
    'The file is damaged and cannot be opened. Please save the document again and upload the new copy.',
  'expands-too-far':
    'The file unpacks to far more than a document should. Please print the document to PDF and upload that.',
  'too-complex':
    'The file has more parts than a document should. Please print the document to PDF and upload that.',
  'picture-too-large':
    'A picture in the file is too large to read. Please scan at 300 dpi, or send a smaller photo (under 10 MB).',
} as const;

export type RefusalReason = keyof typeof REFUSALS;

/** What a document should not need. It is never run by us; a person who opens the file should know. */
export type ActiveContent = 'javascript' | 'launch' | 'embedded-file' | 'remote-action' | 'rich-media';

export interface AcceptedFile {
  ok: true;
  kind: 'pdf' | 'png' | 'jpeg' | 'tiff';
  contentType: AcceptedType;
  pageCount: number;
  activeContent: readonly ActiveContent[];
}

export interface RefusedFile {
  ok: false;
  reason: RefusalReason;
  /** A sentence that a borrower understands. */
  plainReason: string;
}

export type Inspection = AcceptedFile | RefusedFile;

export const refuse = (reason: RefusalReason): RefusedFile => ({
  ok: false,
  reason,
  plainReason: REFUSALS[reason],
});
