import * as z from 'zod';
import { apiFunction } from '../shared/api.ts';
import { KernelEnv, readEnv } from '../shared/env.ts';
import { wireKernel } from '../shared/kernel.ts';
import { s3Archive } from './adapters/archive.ts';
import { kmsPublicKey, kmsSigner } from './adapters/root-signer.ts';
import { getAuditExport } from './handlers/get-audit-export.ts';
import { getAuditVerify } from './handlers/get-audit-verify.ts';
import { getAudit } from './handlers/get-audit.ts';
import { auditRoutes } from './routes.ts';

const Env = KernelEnv.extend({ AUDIT_SIGNING_KEY_ID: z.string(), ARCHIVE_BUCKET: z.string() });
export type Env = z.input<typeof Env>;

function wire() {
  const env = readEnv(Env);
  return {
    ...wireKernel(env),
    sign: kmsSigner(env.AUDIT_SIGNING_KEY_ID),
    publicKey: kmsPublicKey(env.AUDIT_SIGNING_KEY_ID),
    archive: s3Archive(env.ARCHIVE_BUCKET),
  };
}

export const handler = apiFunction({
  table: auditRoutes,
  stories: { searchAudit: getAudit, verifyAudit: getAuditVerify, exportAudit: getAuditExport },
  wire,
});
