import * as z from 'zod';
import { KernelEnv } from '../../shared/env.ts';
import { type Kernel, wireKernel } from '../../shared/kernel.ts';
import { type DocumentStore, s3Store } from './document-store.ts';

/** Of every step that touches files. */
export const FilesEnv = KernelEnv.extend({
  QUARANTINE_BUCKET: z.string(),
  DOCUMENTS_BUCKET: z.string(),
  /** KMS key of both buckets. */
  DATA_KEY_ID: z.string(),
});
export type FilesEnv = z.output<typeof FilesEnv>;

export const bucketsOf = ({ QUARANTINE_BUCKET, DOCUMENTS_BUCKET, DATA_KEY_ID }: FilesEnv) => ({
  quarantineBucket: QUARANTINE_BUCKET,
  documentsBucket: DOCUMENTS_BUCKET,
  keyId: DATA_KEY_ID,
});

export interface FilesKernel extends Kernel {
  store: DocumentStore;
}

export const wireFiles = (env: FilesEnv): FilesKernel => ({
  ...wireKernel(env),
  store: s3Store(bucketsOf(env)),
});
