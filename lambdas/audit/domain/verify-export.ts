import { createVerify } from 'node:crypto';
import type { AuditExport } from '../contracts.ts';
import { signedText } from './signed-text.ts';
import { type ChainVerdict, verifyChain } from './verify-chain.ts';

export interface ExportVerdict extends ChainVerdict {
  signatureValid: boolean;
  /** Entries of another subject do not belong in the file. */
  foreignEntries: number;
}

/** Checks an export with nothing but the file and, where given, the public key that the lender published (PEM). */
export function verifyExport(exported: AuditExport, publishedKey?: string): ExportVerdict {
  const chain = verifyChain(exported.entries, exported.head);
  const foreignEntries = exported.entries.filter(({ subject }) => subject !== exported.subject).length;
  const signatureValid = isSigned(exported, publishedKey ?? exported.signature.publicKey);
  return {
    ...chain,
    signatureValid,
    foreignEntries,
    verified: chain.verified && signatureValid && foreignEntries === 0,
  };
}

function isSigned(exported: AuditExport, publicKey: string): boolean {
  try {
    return createVerify('sha256')
      .update(signedText(exported))
      .verify(publicKey, exported.signature.value, 'base64');
  } catch {
    return false; // a key or signature that cannot be read proves nothing
  }
}
