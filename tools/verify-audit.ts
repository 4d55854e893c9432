/**
 * Checks the audit trail offline, with nothing but files:
 * `node tools/verify-audit.ts export.json [published-key.pem]` a loan's export (`GET /v1/loans/{loanId}/audit/export`);
 * `node tools/verify-audit.ts --archive FOLDER [export.json] [--key published-key.pem]` a copy of the archive bucket
 * (`aws s3 sync`): roots, addenda and entries; with an export, that its entries are in the archive too.
 * Exit code 0: all is as it was written, nothing is missing, all is signed. 1: something does not fit. 2: no such file.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import canonicalize from 'canonicalize';
import * as z from 'zod';
import { AuditExport } from '../lambdas/audit/contracts.ts';
import { type ArchiveVerdict, verifyArchive } from '../lambdas/audit/domain/verify-archive.ts';
import { verifyExport } from '../lambdas/audit/domain/verify-export.ts';

const usage =
  'usage: node tools/verify-audit.ts export.json [published-key.pem]\n       node tools/verify-audit.ts --archive FOLDER [export.json] [--key published-key.pem]';

function main(): number {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { archive: { type: 'string' }, key: { type: 'string' } },
  });
  const [file, keyFile = values.key] = positionals;
  if (file === undefined && values.archive === undefined) return said(2, usage);
  const key = keyFile === undefined ? undefined : readFileSync(keyFile, 'utf8');
  const exported = file === undefined ? undefined : AuditExport.safeParse(readJson(file));
  if (exported?.success === false)
    return said(2, `${file ?? ''} is not an audit export:\n${z.prettifyError(exported.error)}`);
  const files = values.archive === undefined ? undefined : archiveFiles(values.archive);
  if (files?.size === 0) return said(2, `${values.archive ?? ''} holds neither roots/ nor ledger/`);
  const archive = files && verifyArchive(files, key);
  const fits = [
    exported === undefined || reportExport(exported.data, key),
    archive === undefined || reportArchive(archive, key),
    exported === undefined || archive === undefined || reportMissing(exported.data, archive),
  ];
  const verified = fits.every(Boolean);
  console.log(verified ? 'VERIFIED' : 'NOT VERIFIED');
  return verified ? 0 : 1;
}

function said(code: number, text: string): number {
  console.error(text);
  return code;
}

const whose = (key: string | undefined) => (key === undefined ? " (by the file's own key)" : '');

function reportExport(exported: AuditExport, key: string | undefined): boolean {
  const verdict = verifyExport(exported, key);
  console.log(`${exported.subject}: ${verdict.entries} entries, head ${exported.head.hash.slice(0, 16)}…`);
  console.log(
    `chain      ${verdict.firstBreak ? `BROKEN at entry ${verdict.firstBreak.seq}: ${verdict.firstBreak.reason}` : 'intact'}`,
  );
  console.log(`signature  ${verdict.signatureValid ? 'valid' : 'NOT VALID'}${whose(key)}`);
  if (verdict.foreignEntries > 0)
    console.log(`foreign    ${verdict.foreignEntries} entries of another subject`);
  return verdict.verified;
}

function reportArchive(verdict: ArchiveVerdict, key: string | undefined): boolean {
  const { hours, addenda, entries, unsigned, breaks } = verdict;
  console.log(`archive    ${hours} signed hours, ${addenda} addenda, ${entries} entries${whose(key)}`);
  for (const reason of breaks) console.log(`BROKEN     ${reason}`);
  if (unsigned.length > 0)
    console.log(
      `unsigned   ${unsigned.length} objects, of hours that are not signed yet or came late: ${unsigned[0]} …`,
    );
  return verdict.verified;
}

/** Entries of the export that no signed line holds: too young to be signed, or gone. */
function reportMissing(exported: AuditExport, { lines }: ArchiveVerdict): boolean {
  const archived = new Set(lines.map((line) => canonicalize(JSON.parse(line))));
  const absent = exported.entries.filter((entry) => !archived.has(canonicalize(entry)));
  const seqs = absent.map(({ seq }) => seq ?? 0);
  console.log(
    `archived   ${exported.entries.length - absent.length} of ${exported.entries.length} entries of the export${absent.length === 0 ? '' : `, NOT UNDER A ROOT: ${seqs.join(', ')}`}`,
  );
  return absent.length === 0;
}

function archiveFiles(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const key = relative(folder, path).split(sep).join('/');
    if (/^(roots|ledger)\//.test(key)) files.set(key, readFileSync(path, 'utf8'));
  }
  return files;
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
