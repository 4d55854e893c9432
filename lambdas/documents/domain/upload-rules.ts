import { type FieldProblem, invalid } from '../../shared/errors.ts';
import { ACCEPTED_TYPES, type AcceptedType } from './file-kind.ts';
import { FILE_LIMITS } from './file-limits.ts';
import { REFUSALS } from './inspection-verdict.ts';

export interface Declared {
  fileName: string;
  contentType: string;
  sizeBytes: number;
}

const heicTypes = new Set(['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence']);

/** Control and formatting characters (which can hide an ending) and separators of folders. */
const unshowable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\]/u;

/** @throws invalid (422) `FileTypeRefused`, `FileEmpty`, `FileTooLarge`, `FileNameRefused` with a sentence that a borrower understands */
export function checkDeclared({ fileName, contentType, sizeBytes }: Declared): AcceptedType {
  const type = contentType.toLowerCase();
  if (heicTypes.has(type))
    throw refused('FileTypeRefused', REFUSALS['heic-not-accepted'], {
      field: 'contentType',
      rule: 'no HEIC',
    });
  if (!isAccepted(type)) {
    const rule = `must be one of ${Object.keys(ACCEPTED_TYPES).join(', ')}`;
    throw refused('FileTypeRefused', REFUSALS['type-not-accepted'], { field: 'contentType', rule });
  }
  if (sizeBytes === 0)
    throw refused('FileEmpty', REFUSALS['empty-file'], { field: 'sizeBytes', rule: 'must be at least 1' });
  if (sizeBytes > FILE_LIMITS.maxBytes) {
    const rule = `must be at most ${FILE_LIMITS.maxBytes}`;
    throw refused('FileTooLarge', REFUSALS['too-large'], { field: 'sizeBytes', rule });
  }
  if (unshowable.test(fileName) || fileName.trim() === '') {
    const rule = 'must hold no slashes and no invisible characters';
    throw refused('FileNameRefused', 'Please give the file a plain name.', { field: 'fileName', rule });
  }
  return type;
}

const isAccepted = (type: string): type is AcceptedType => Object.hasOwn(ACCEPTED_TYPES, type);

const refused = (code: string, message: string, problem: FieldProblem) =>
  invalid(code, message, {}, [problem]);
