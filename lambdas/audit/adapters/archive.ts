import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { unavailable } from '../../shared/errors.ts';

/** The bucket under Object Lock: what is put there cannot be changed or removed while its retention lasts. */
export interface Archive {
  /** Creates; what stands under the key already is left as it is. */
  put(key: string, text: string): Promise<'written' | 'already there'>;
  /** Keys under a prefix, in order. */
  list(prefix: string): Promise<string[]>;
  read(key: string): Promise<string>;
}

export function s3Archive(bucket: string, s3 = new S3Client({})): Archive {
  return {
    async put(key, text) {
      const command = new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: text,
        ContentType: 'application/x-ndjson',
        ChecksumAlgorithm: 'SHA256',
        IfNoneMatch: '*',
      });
      try {
        await s3.send(command);
        return 'written';
      } catch (error) {
        if (error instanceof Error && error.name === 'PreconditionFailed') return 'already there';
        throw notAnswered(error);
      }
    },
    async list(prefix) {
      const found: string[] = [];
      let token: string | undefined;
      do {
        const page = await answered(() =>
          s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: token })),
        );
        found.push(...(page.Contents ?? []).flatMap(({ Key }) => (Key === undefined ? [] : [Key])));
        token = page.NextContinuationToken;
      } while (token !== undefined);
      return found;
    },
    async read(key) {
      const reply = await answered(() => s3.send(new GetObjectCommand({ Bucket: bucket, Key: key })));
      return (await reply.Body?.transformToString()) ?? '';
    },
  };
}

async function answered<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw notAnswered(error);
  }
}

const notAnswered = (error: unknown) =>
  unavailable(
    'Unavailable',
    'the archive did not answer',
    { cause: error instanceof Error ? error.name : 'unknown' },
    error,
  );
