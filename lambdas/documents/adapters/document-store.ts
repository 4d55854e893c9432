import {
  CopyObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { parseJson } from '../../shared/parse.ts';
import { unavailable } from '../../shared/errors.ts';

export interface StoredFile {
  sizeBytes: number;
  /** Base64. */
  sha256: string | undefined;
  versionId: string | undefined;
}

/** The two buckets, as the steps of the intake use them. */
export interface DocumentStore {
  /** What really lies in quarantine; undefined when it is gone. */
  uploaded(key: string, versionId: string): Promise<StoredFile | undefined>;
  /** Copies one version out of quarantine; a copy that is there already stands. */
  passToClean(key: string, versionId: string, contentType: string): Promise<StoredFile>;
  bytes(file: { key: string; versionId?: string | undefined }): Promise<Uint8Array>;
  readJson(key: string): Promise<unknown>;
  writeJson(key: string, value: unknown): Promise<void>;
  writePicture(key: string, png: Uint8Array): Promise<void>;
}

export interface StoreSettings {
  quarantineBucket: string;
  documentsBucket: string;
  keyId: string;
}

/** @throws DomainError `Unavailable` for whatever S3 does not answer */
export function s3Store(
  { quarantineBucket, documentsBucket, keyId }: StoreSettings,
  client = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' }),
): DocumentStore {
  const sealed = { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keyId } as const;

  async function head(Bucket: string, Key: string, VersionId?: string): Promise<StoredFile | undefined> {
    const reply = await answered(['NotFound', 'NoSuchVersion'], () =>
      client.send(new HeadObjectCommand({ Bucket, Key, VersionId, ChecksumMode: 'ENABLED' })),
    );
    if (reply === 'expected') return undefined;
    return {
      sizeBytes: reply.ContentLength ?? 0,
      sha256: reply.ChecksumSHA256,
      versionId: reply.VersionId,
    };
  }

  async function get(Key: string, VersionId?: string): Promise<Uint8Array | undefined> {
    const reply = await answered(['NoSuchKey', 'NoSuchVersion'], async () => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: documentsBucket, Key, VersionId }));
      return Body?.transformToByteArray();
    });
    return reply === 'expected' ? undefined : reply;
  }

  const put = (Key: string, ContentType: string, Body: string | Uint8Array) =>
    answered([], () =>
      client.send(new PutObjectCommand({ Bucket: documentsBucket, Key, ContentType, Body, ...sealed })),
    );

  return {
    uploaded: (key, versionId) => head(quarantineBucket, key, versionId),
    async passToClean(key, versionId, contentType) {
      await answered(['PreconditionFailed'], () =>
        client.send(
          new CopyObjectCommand({
            Bucket: documentsBucket,
            Key: key,
            CopySource: `${quarantineBucket}/${key}?versionId=${encodeURIComponent(versionId)}`,
            IfNoneMatch: '*',
            MetadataDirective: 'REPLACE',
            TaggingDirective: 'REPLACE',
            ChecksumAlgorithm: 'SHA256',
            ContentType: contentType,
            ...sealed,
          }),
        ),
      );
      const copy = await head(documentsBucket, key);
      if (!copy) throw unavailable('Unavailable', 'the copy is not there yet');
      return copy;
    },
    async bytes({ key, versionId }) {
      const bytes = await get(key, versionId);
      if (!bytes) throw unavailable('Unavailable', 'the file is not there');
      return bytes;
    },
    async readJson(key) {
      const bytes = await get(key);
      return bytes && parseJson(Buffer.from(bytes).toString('utf8'));
    },
    writeJson: async (key, value) => {
      await put(key, 'application/json', JSON.stringify(value));
    },
    writePicture: async (key, png) => {
      await put(key, 'image/png', png);
    },
  };
}

/** S3's answer, or `expected` for the named refusals; everything else is no answer. */
async function answered<T>(expected: readonly string[], call: () => Promise<T>): Promise<T | 'expected'> {
  try {
    return await call();
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown';
    if (expected.includes(name)) return 'expected';
    throw unavailable('Unavailable', 'S3 gave no answer', { failure: name }, error);
  }
}
