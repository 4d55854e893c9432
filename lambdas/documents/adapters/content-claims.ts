import * as z from 'zod';
import { conflict } from '../../shared/errors.ts';
import type { Kernel } from '../../shared/kernel.ts';
import { macUnder } from '../../shared/pii.ts';
import type { Write } from '../../shared/storage.ts';
import { keys } from '../../shared/table.ts';

const Claim = z.object({ documentId: z.string() });

export interface ContentClaim {
  /** The document that has this content already. */
  documentId: string | undefined;
  /** Gives the content to a document, if nobody else did meanwhile. */
  claimFor: (documentId: string) => Write;
}

/** Which document of this owner on this loan has the content. The key is a keyed MAC: a hash would tell who holds a known file. */
export async function contentClaim(
  { storage, macs }: Kernel,
  { loanId, ownerContactId, sha256 }: { loanId: string; ownerContactId: string; sha256: string },
): Promise<ContentClaim> {
  const mac = macUnder(await macs.subkey('document-content'), `${loanId}\n${ownerContactId}\n${sha256}`);
  const key = keys.documentContent(loanId, mac);
  const item = await storage.get(key);
  const documentId = item && Claim.parse(item).documentId;
  return {
    documentId,
    claimFor: (next) => ({
      kind: 'put',
      item: { ...key, schemaVersion: 1, documentId: next },
      when: documentId === undefined ? { exists: false } : { equals: { documentId } },
      otherwise: () => conflict('DocumentChanged', 'the content was claimed by another request'),
    }),
  };
}
