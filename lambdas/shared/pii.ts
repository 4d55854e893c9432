import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { DecryptCommand, GenerateDataKeyCommand, GenerateMacCommand, KMSClient } from '@aws-sdk/client-kms';
import * as z from 'zod';
import { unavailable } from './errors.ts';
import type { Storage, Write } from './storage.ts';
import { keys, type Subject } from './table.ts';

/** Keyed MACs by KMS (HMAC_256): what finds a person again without their data standing in a key. */
export interface Macs {
  /** Blind index of one value; `purpose` keeps an e-mail's and an SSN's apart. base64url, 43 characters. */
  mac(purpose: string, value: string): Promise<string>;
  /** A key for keyed hashes inside this process, derived once per cold start from the KMS key and the label. */
  subkey(label: string): Promise<Uint8Array>;
}

export function kmsMacs(keyId: string, kms = new KMSClient({})): Macs {
  const subkeys = new Map<string, Promise<Uint8Array>>();

  async function generate(message: string): Promise<Uint8Array> {
    const command = new GenerateMacCommand({
      KeyId: keyId,
      MacAlgorithm: 'HMAC_SHA_256',
      Message: Buffer.from(message),
    });
    const reply = await answered(() => kms.send(command));
    if (!reply.Mac) throw unavailable('Unavailable', 'KMS gave no MAC');
    return reply.Mac;
  }

  return {
    mac: async (purpose, value) => Buffer.from(await generate(`${purpose}\n${value}`)).toString('base64url'),
    subkey(label) {
      const known =
        subkeys.get(label) ??
        generate(`subkey\n${label}`).catch(
          (error: unknown) => (subkeys.delete(label), Promise.reject(error as Error)),
        );
      subkeys.set(label, known);
      return known;
    },
  };
}

/** A MAC under a subkey: for hashes that need not be one KMS call each. */
export const macUnder = (subkey: Uint8Array, text: string): string =>
  createHmac('sha256', subkey).update(text).digest('base64url');

/** One subject's envelope: AES-256-GCM, each field bound to its subject and name. */
export interface SubjectEnvelope {
  /** `v1.<iv>.<ciphertext>.<tag>`, base64url parts. */
  seal(field: string, plaintext: string): string;
  /** Throws when the text was sealed for another subject or field, or was changed. */
  open(field: string, sealed: string): string;
  /** Joins the caller's transaction when the data key is new; empty otherwise. */
  writes: Write[];
}

export interface Envelopes {
  of(subject: Subject): Promise<SubjectEnvelope>;
}

const DataKeyItem = z.object({ wrapped: z.string() });

/** Envelope encryption per subject: a data key wrapped by KMS under the encryption context `{subject}`. */
export function kmsEnvelopes(storage: Storage, keyId: string, kms = new KMSClient({})): Envelopes {
  return {
    async of(subject) {
      const context = { subject, purpose: 'sealed-fields' };
      const item = await storage.get(keys.dataKey(subject));
      if (item) {
        const blob = Buffer.from(DataKeyItem.parse(item).wrapped, 'base64');
        const reply = await answered(() =>
          kms.send(new DecryptCommand({ KeyId: keyId, CiphertextBlob: blob, EncryptionContext: context })),
        );
        return envelope(subject, keyMaterial(reply.Plaintext), []);
      }
      const made = await answered(() =>
        kms.send(
          new GenerateDataKeyCommand({ KeyId: keyId, KeySpec: 'AES_256', EncryptionContext: context }),
        ),
      );
      const wrapped = Buffer.from(keyMaterial(made.CiphertextBlob)).toString('base64');
      const write: Write = {
        kind: 'put',
        item: { ...keys.dataKey(subject), wrapped },
        when: { exists: false },
        otherwise: () => unavailable('Unavailable', 'the subject got its data key from another request'),
      };
      return envelope(subject, keyMaterial(made.Plaintext), [write]);
    },
  };
}

/** Whole tags alone: without this a tag cut to four bytes would be taken, and could be guessed. */
const authTagLength = 16;

function envelope(subject: Subject, key: Uint8Array, writes: Write[]): SubjectEnvelope {
  const boundTo = (field: string) => Buffer.from(`${subject}|${field}|v1`);
  return {
    writes,
    seal(field, plaintext) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength }).setAAD(boundTo(field));
      const sealed = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
      return [
        'v1',
        iv.toString('base64url'),
        sealed.toString('base64url'),
        cipher.getAuthTag().toString('base64url'),
      ].join('.');
    },
    open(field, sealedText) {
      const [version, iv, sealed, tag, ...more] = sealedText.split('.');
      if (
        version !== 'v1' ||
        iv === undefined ||
        sealed === undefined ||
        tag === undefined ||
        more.length > 0
      )
        throw new Error('not a sealed field');
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), {
        authTagLength,
      }).setAAD(boundTo(field));
      decipher.setAuthTag(Buffer.from(tag, 'base64url'));
      return Buffer.concat([decipher.update(Buffer.from(sealed, 'base64url')), decipher.final()]).toString(
        'utf8',
      );
    },
  };
}

function keyMaterial(bytes: Uint8Array | undefined): Uint8Array {
  if (!bytes) throw unavailable('Unavailable', 'KMS gave no key');
  return bytes;
}

async function answered<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw unavailable(
      'Unavailable',
      'KMS did not answer',
      { cause: error instanceof Error ? error.name : 'unknown' },
      error,
    );
  }
}
