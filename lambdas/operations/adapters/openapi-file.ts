import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** `openapi.json`, which `tools/build.ts` writes beside the bundle. */
export const openApiFile = (folder: string) => async (): Promise<unknown> =>
  JSON.parse(await readFile(join(folder, 'openapi.json'), 'utf8'));
