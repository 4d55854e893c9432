/**
 * Checks an export of a loan's audit trail offline: `node tools/verify-audit.ts export.json [published-key.pem]`.
 * Exit code 0: every entry is as it was written, none is missing, the head is signed. 1: something does not fit. 2: not an export.
 */
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { AuditExport } from '../lambdas/audit/contracts.ts';
import { verifyExport } from '../lambdas/audit/domain/verify-export.ts';

const [file, keyFile] = process.argv.slice(2);

function main(): number {
  if (file === undefined) {
    console.error('usage: node tools/verify-audit.ts export.json [published-key.pem]');
    return 2;
  }
  const parsed = AuditExport.safeParse(readJson(file));
  if (!parsed.success) {
    console.error(`${file} is not an audit export:\n${z.prettifyError(parsed.error)}`);
    return 2;
  }
  const verdict = verifyExport(
    parsed.data,
    keyFile === undefined ? undefined : readFileSync(keyFile, 'utf8'),
  );
  console.log(
    `${parsed.data.subject}: ${verdict.entries} entries, head ${parsed.data.head.hash.slice(0, 16)}…`,
  );
  console.log(
    `chain      ${verdict.firstBreak ? `BROKEN at entry ${verdict.firstBreak.seq}: ${verdict.firstBreak.reason}` : 'intact'}`,
  );
  console.log(
    `signature  ${verdict.signatureValid ? 'valid' : 'NOT VALID'}${keyFile === undefined ? " (by the file's own key)" : ''}`,
  );
  if (verdict.foreignEntries > 0)
    console.log(`foreign    ${verdict.foreignEntries} entries of another subject`);
  console.log(verdict.verified ? 'VERIFIED' : 'NOT VERIFIED');
  return verdict.verified ? 0 : 1;
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    console.error(`${path}: ${error instanceof Error ? error.message : 'cannot be read'}`);
    return undefined;
  }
}

process.exitCode = main();
