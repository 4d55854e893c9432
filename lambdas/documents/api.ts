import type * as z from 'zod';
import { apiFunction } from '../shared/api.ts';
import { readEnv } from '../shared/env.ts';
import { bucketsOf, FilesEnv, wireFiles } from './adapters/intake-env.ts';
import { s3Links } from './adapters/upload-links.ts';
import { getDocument } from './handlers/get-document.ts';
import { getDocuments } from './handlers/get-documents.ts';
import { getFile } from './handlers/get-file.ts';
import { postDocument } from './handlers/post-document.ts';
import { postReview } from './handlers/post-review.ts';
import { documentRoutes } from './routes.ts';

const Env = FilesEnv;
export type Env = z.input<typeof Env>;

function wire() {
  const env = readEnv(Env);
  return { ...wireFiles(env), links: s3Links(bucketsOf(env)), zone: env.LENDER_ZONE };
}

/** The stories of the routes; tests serve the very same. */
export const stories = {
  requestUpload: postDocument,
  listDocuments: getDocuments,
  getDocument,
  viewFile: getFile,
  reviewDocument: postReview,
};

export const handler = apiFunction({ table: documentRoutes, stories, wire });
