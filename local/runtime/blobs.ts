import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Blobs } from '../services/service.ts';

/**
 * Bodies as files under one folder. A body appears whole or not at all (written aside, then renamed);
 * the file name is the percent-encoded id, so no id can leave the folder.
 */
export function fileBlobs(folder: string): Blobs {
  const pathOf = (id: string): string => {
    const name = encodeURIComponent(id).replaceAll('.', '%2E');
    return join(folder, name.slice(-2), name);
  };
  return {
    put: async (id, body) => {
      const path = pathOf(id);
      await mkdir(dirname(path), { recursive: true });
      const aside = `${path}.${randomUUID()}`;
      await writeFile(aside, body);
      await rename(aside, path);
    },
    get: async (id) => await readFile(pathOf(id)),
    delete: async (id) => {
      await rm(pathOf(id), { force: true });
    },
  };
}

export function memoryBlobs(): Blobs {
  const bodies = new Map<string, Uint8Array>();
  return {
    put: async (id, body) => {
      bodies.set(id, Uint8Array.from(body));
    },
    get: async (id) => {
      const body = bodies.get(id);
      if (body === undefined) throw new Error(`no blob ${id}`);
      return body;
    },
    delete: async (id) => {
      bodies.delete(id);
    },
  };
}
