import * as z from 'zod';
import { DomainError } from '../../lambdas/shared/errors.ts';
import { decodeXml } from '../../lambdas/rules/mismo/xml/decode-xml.ts';
import { exportMismo } from '../../lambdas/rules/mismo/export-mismo.ts';
import { importMismo, maskedModel } from '../../lambdas/rules/mismo/import-mismo.ts';
import type { Defect } from '../../lambdas/rules/mismo/defect.ts';

export interface MismoOutcome {
  /** 0 clean, 1 with defects, 2 not readable. */
  exitCode: 0 | 1 | 2;
  stdout: string;
  stderr: string;
}

export const usage = [
  'usage: npm run -s mismo -- import FILE [--reveal]   a DU, ULAD, iLAD, UCD or credit file to JSON of our model, with its defects',
  '       npm run -s mismo -- export FILE              JSON of an import (revealed) to its XML file',
  '       npm run -s mismo -- check FILE               the defects by path',
  'exit code: 0 clean, 1 defects, 2 not readable',
].join('\n');

const unreadable = (stderr: string): MismoOutcome => ({ exitCode: 2, stdout: '', stderr: `${stderr}\n` });

/** One command over the bytes of one file. Sealed values are masked unless revealed. */
export function runMismo(command: string, bytes: Uint8Array, reveal: boolean): MismoOutcome {
  try {
    if (command === 'import') return imported(bytes, reveal);
    if (command === 'export') return exported(bytes);
    if (command === 'check') return checked(bytes);
    return unreadable(usage);
  } catch (error) {
    if (error instanceof z.ZodError) return unreadable(error.issues.slice(0, 20).map(issueLine).join('\n'));
    if (error instanceof DomainError) return unreadable(`${error.code}: ${error.message}`);
    throw error;
  }
}

function imported(bytes: Uint8Array, reveal: boolean): MismoOutcome {
  const file = importMismo(decodeXml(bytes));
  const { kind, namespaces, defects } = file;
  const model = reveal ? file.model : maskedModel(file);
  const stdout = `${JSON.stringify({ kind, namespaces, model, defects }, null, 2)}\n`;
  return { exitCode: defects.length > 0 ? 1 : 0, stdout, stderr: '' };
}

function exported(bytes: Uint8Array): MismoOutcome {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return unreadable('NotJson: export takes the JSON that `import --reveal` prints');
  }
  // the schema is what checks it
  return { exitCode: 0, stdout: exportMismo(json as Parameters<typeof exportMismo>[0]), stderr: '' };
}

function checked(bytes: Uint8Array): MismoOutcome {
  const { kind, defects } = importMismo(decodeXml(bytes));
  const lines = defects.map(defectLine);
  const errors = defects.filter(({ severity }) => severity === 'error').length;
  const summary = `${kind}: ${errors} errors, ${defects.length - errors} warnings`;
  return { exitCode: defects.length > 0 ? 1 : 0, stdout: `${[...lines, summary].join('\n')}\n`, stderr: '' };
}

const defectLine = ({ severity, path, rule, message, found }: Defect): string =>
  `${severity}: ${path}: ${rule}: ${message}${found === undefined ? '' : ` (${found})`}`;

/** The field and the rule it breaks; values are not repeated. */
const issueLine = ({ path, message }: z.core.$ZodIssue): string =>
  `${path.map(String).join('.') || '(root)'}: ${message}`;
