import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { unavailable } from '../../shared/errors.ts';

export interface Signature {
  algorithm: 'ECDSA_SHA_256';
  keyId: string;
  /** SPKI, PEM. */
  publicKey: string;
  /** DER, base64. */
  value: string;
}

export type Sign = (text: string) => Promise<Signature>;

/** The key as KMS gives it, PEM: what a signature found elsewhere is checked against. Asked for once. */
export function kmsPublicKey(keyId: string, kms = new KMSClient({})): () => Promise<string> {
  let publicKey: string | undefined;
  return async () => {
    try {
      return (publicKey ??= pem((await kms.send(new GetPublicKeyCommand({ KeyId: keyId }))).PublicKey));
    } catch (error) {
      throw unavailable('Unavailable', 'KMS did not give the public key', {}, error);
    }
  };
}

/** Signs with the stage's ECC P-256 key, which never leaves KMS. */
export function kmsSigner(keyId: string, kms = new KMSClient({})): Sign {
  const keyOf = kmsPublicKey(keyId, kms);
  return async (text) => {
    const publicKey = await keyOf();
    try {
      const command = new SignCommand({
        KeyId: keyId,
        Message: Buffer.from(text),
        MessageType: 'RAW',
        SigningAlgorithm: 'ECDSA_SHA_256',
      });
      const { Signature: value } = await kms.send(command);
      return {
        algorithm: 'ECDSA_SHA_256',
        keyId,
        publicKey,
        value: Buffer.from(value ?? []).toString('base64'),
      };
    } catch (error) {
      throw unavailable('Unavailable', 'KMS did not sign', {}, error);
    }
  };
}

function pem(der: Uint8Array | undefined): string {
  const lines =
    Buffer.from(der ?? [])
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN PUBLIC KEY-----\n${lines.join('\n')}\n-----END PUBLIC KEY-----\n`;
}
