import { createCipheriv, createDecipheriv } from 'node:crypto';
import { AwsError, type EngineContext, type Random } from '../service.ts';
import { findKey, usableMaterial, type KmsKey } from './kms-key.ts';

export type EncryptionContext = Record<string, string>;

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM under the key; the blob names its key, and header and encryption context are authenticated with it.
 * Layout: version, length of the key id, key id, IV, ciphertext, tag.
 */
export function seal(key: KmsKey, plaintext: Uint8Array, context: EncryptionContext, random: Random): Buffer {
  const keyId = Buffer.from(key.keyId);
  const header = Buffer.concat([Buffer.from([VERSION, keyId.length]), keyId, random.bytes(IV_BYTES)]);
  const material = usableMaterial(key, 'ENCRYPT_DECRYPT');
  const cipher = createCipheriv('aes-256-gcm', material, header.subarray(-IV_BYTES));
  cipher.setAAD(Buffer.concat([header, canonical(context)]));
  return Buffer.concat([header, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** @throws AwsError InvalidCiphertextException for a blob that is not whole, not ours, or not under this context. */
export function open(
  engine: EngineContext,
  blob: Buffer,
  context: EncryptionContext,
): { plaintext: Buffer; key: KmsKey } {
  const idLength = blob[1] ?? 0;
  const headerLength = 2 + idLength + IV_BYTES;
  if (blob[0] !== VERSION || blob.length < headerLength + TAG_BYTES) throw invalid();
  const key = findKey(engine, blob.toString('utf8', 2, 2 + idLength));
  if (key === undefined || key.usage !== 'ENCRYPT_DECRYPT') throw invalid();
  const material = usableMaterial(key, 'ENCRYPT_DECRYPT');
  const header = blob.subarray(0, headerLength);
  const decipher = createDecipheriv('aes-256-gcm', material, header.subarray(-IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.concat([header, canonical(context)]));
  decipher.setAuthTag(blob.subarray(-TAG_BYTES));
  try {
    const plaintext = decipher.update(blob.subarray(headerLength, -TAG_BYTES));
    return { plaintext: Buffer.concat([plaintext, decipher.final()]), key };
  } catch {
    throw invalid();
  }
}

/** Pairs in order of their names, each part with its length before it, so that no two contexts read alike. */
function canonical(context: EncryptionContext): Buffer {
  const parts = Object.entries(context)
    .sort(([left], [right]) => Buffer.compare(Buffer.from(left), Buffer.from(right)))
    .flat()
    .flatMap((part) => {
      const bytes = Buffer.from(part);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    });
  return Buffer.concat(parts);
}

function invalid(): AwsError {
  return new AwsError(
    'InvalidCiphertextException',
    'The ciphertext is not valid for this key and encryption context.',
  );
}
