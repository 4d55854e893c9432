import type { DocumentStore, StoredFile } from '../../lambdas/documents/adapters/document-store.ts';

export interface FakeDocumentStore extends DocumentStore {
  /** By key: what lies in quarantine. */
  quarantine: Map<string, { bytes: Uint8Array; sha256: string; versionId: string }>;
  /** By key: what lies in the documents bucket. */
  clean: Map<string, Uint8Array>;
  json: Map<string, unknown>;
  copies: number;
}

/** Two buckets in memory; JSON is kept as text, so that nothing is shared by reference. */
export function fakeDocumentStore(): FakeDocumentStore {
  const quarantine: FakeDocumentStore['quarantine'] = new Map();
  const clean: FakeDocumentStore['clean'] = new Map();
  const json = new Map<string, unknown>();
  const sums = new Map<string, string>();
  const store: FakeDocumentStore = {
    quarantine,
    clean,
    json,
    copies: 0,
    uploaded: async (key, versionId) => {
      const found = quarantine.get(key);
      return found?.versionId === versionId ? fileOf(found.bytes, found.sha256, versionId) : undefined;
    },
    passToClean: async (key) => {
      const found = quarantine.get(key);
      if (!clean.has(key) && found) {
        clean.set(key, found.bytes);
        sums.set(key, found.sha256);
        store.copies += 1;
      }
      return fileOf(clean.get(key) ?? new Uint8Array(), sums.get(key) ?? '', 'clean-1');
    },
    bytes: async ({ key }) => {
      const bytes = clean.get(key);
      if (!bytes) throw new Error(`no file at ${key}`);
      return bytes;
    },
    readJson: async (key) => structuredClone(json.get(key)),
    writeJson: async (key, value) => {
      json.set(key, JSON.parse(JSON.stringify(value)));
    },
    writePicture: async (key, png) => {
      clean.set(key, png);
    },
  };
  return store;
}

const fileOf = (bytes: Uint8Array, sha256: string, versionId: string): StoredFile => ({
  sizeBytes: bytes.length,
  sha256,
  versionId,
});
