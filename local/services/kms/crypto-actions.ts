import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { AwsError, type EngineContext, type Json } from '../service.ts';
import { open, seal } from './ciphertext.ts';
import { getKey, usableMaterial, type KmsKey } from './kms-key.ts';
import { publicKeyDer, signDigest, verifyDigest } from './p256.ts';

export type KmsAction = (engine: EngineContext, input: Json) => { [name: string]: Json };

const base64 = z.base64().transform((text) => Buffer.from(text, 'base64'));
const bytes = (most: number) =>
  base64.refine(({ length }) => length >= 1 && length <= most, `1 to ${most} bytes`);
const keyId = z.string().min(1).max(2048);
const encryptionContext = z.record(z.string(), z.string()).default({});

const encrypt = action(
  z.object({ KeyId: keyId, Plaintext: bytes(4096), EncryptionContext: encryptionContext }),
  (engine, input) => {
    const key = getKey(engine, input.KeyId);
    return {
      CiphertextBlob: seal(key, input.Plaintext, input.EncryptionContext, engine.random).toString('base64'),
      KeyId: key.arn,
      EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
    };
  },
);

const decrypt = action(
  z.object({ KeyId: keyId.optional(), CiphertextBlob: bytes(6144), EncryptionContext: encryptionContext }),
  (engine, input) => {
    const { plaintext, key } = open(engine, input.CiphertextBlob, input.EncryptionContext);
    requireKey(engine, input.KeyId, key);
    return {
      KeyId: key.arn,
      Plaintext: plaintext.toString('base64'),
      EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
    };
  },
);

const reEncrypt = action(
  z.object({
    CiphertextBlob: bytes(6144),
    SourceKeyId: keyId.optional(),
    SourceEncryptionContext: encryptionContext,
    DestinationKeyId: keyId,
    DestinationEncryptionContext: encryptionContext,
  }),
  (engine, input) => {
    const { plaintext, key } = open(engine, input.CiphertextBlob, input.SourceEncryptionContext);
    requireKey(engine, input.SourceKeyId, key);
    const target = getKey(engine, input.DestinationKeyId);
    const sealed = seal(target, plaintext, input.DestinationEncryptionContext, engine.random);
    return {
      CiphertextBlob: sealed.toString('base64'),
      SourceKeyId: key.arn,
      KeyId: target.arn,
      SourceEncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      DestinationEncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
    };
  },
);

const DataKey = z
  .object({
    KeyId: keyId,
    EncryptionContext: encryptionContext,
    KeySpec: z.enum(['AES_256', 'AES_128']).optional(),
    NumberOfBytes: z.number().int().min(1).max(1024).optional(),
  })
  .refine(
    ({ KeySpec, NumberOfBytes }) => (KeySpec === undefined) !== (NumberOfBytes === undefined),
    'Please specify either number of bytes or key spec.',
  );

const generateDataKey = action(DataKey, (engine, input) => {
  const { plaintext, ...reply } = newDataKey(engine, input);
  return { ...reply, Plaintext: plaintext.toString('base64') };
});

const generateDataKeyWithoutPlaintext = action(DataKey, (engine, input) => {
  const { plaintext: _, ...reply } = newDataKey(engine, input);
  return reply;
});

const MacAlgorithm = z.literal('HMAC_SHA_256');

const generateMac = action(
  z.object({ KeyId: keyId, Message: bytes(4096), MacAlgorithm }),
  (engine, input) => {
    const key = getKey(engine, input.KeyId);
    return {
      KeyId: key.arn,
      Mac: macOf(key, input.Message).toString('base64'),
      MacAlgorithm: input.MacAlgorithm,
    };
  },
);

const verifyMac = action(
  z.object({ KeyId: keyId, Message: bytes(4096), Mac: bytes(6144), MacAlgorithm }),
  (engine, input) => {
    const key = getKey(engine, input.KeyId);
    const expected = macOf(key, input.Message);
    if (expected.length !== input.Mac.length || !timingSafeEqual(expected, input.Mac))
      throw new AwsError('KMSInvalidMacException', 'The MAC is not valid for this key and message.');
    return { KeyId: key.arn, MacValid: true, MacAlgorithm: input.MacAlgorithm };
  },
);

const Signing = z.object({
  KeyId: keyId,
  Message: bytes(4096),
  MessageType: z.enum(['RAW', 'DIGEST']).default('RAW'),
  SigningAlgorithm: z.literal('ECDSA_SHA_256'),
});

const sign = action(Signing, (engine, input) => {
  const key = getKey(engine, input.KeyId);
  const scalar = usableMaterial(key, 'SIGN_VERIFY').toString('hex');
  const signature = signDigest(scalar, digestOf(input), engine.random);
  return {
    KeyId: key.arn,
    Signature: Buffer.from(signature).toString('base64'),
    SigningAlgorithm: input.SigningAlgorithm,
  };
});

const verify = action(Signing.extend({ Signature: bytes(6144) }), (engine, input) => {
  const key = getKey(engine, input.KeyId);
  const scalar = usableMaterial(key, 'SIGN_VERIFY').toString('hex');
  if (!verifyDigest(scalar, digestOf(input), input.Signature))
    throw new AwsError(
      'KMSInvalidSignatureException',
      'The signature is not valid for this key and message.',
    );
  return { KeyId: key.arn, SignatureValid: true, SigningAlgorithm: input.SigningAlgorithm };
});

const getPublicKey = action(z.object({ KeyId: keyId }), (engine, input) => {
  const key = getKey(engine, input.KeyId);
  if (key.usage !== 'SIGN_VERIFY')
    throw new AwsError('UnsupportedOperationException', `${key.arn} is not an asymmetric key.`);
  const scalar = usableMaterial(key, 'SIGN_VERIFY').toString('hex');
  return {
    KeyId: key.arn,
    PublicKey: Buffer.from(publicKeyDer(scalar)).toString('base64'),
    CustomerMasterKeySpec: key.spec,
    KeySpec: key.spec,
    KeyUsage: key.usage,
    SigningAlgorithms: ['ECDSA_SHA_256'],
  };
});

const generateRandom = action(
  z.object({ NumberOfBytes: z.number().int().min(1).max(1024) }),
  (engine, input) => ({
    Plaintext: Buffer.from(engine.random.bytes(input.NumberOfBytes)).toString('base64'),
  }),
);

export const CRYPTO_ACTIONS: Record<string, KmsAction> = {
  Encrypt: encrypt,
  Decrypt: decrypt,
  ReEncrypt: reEncrypt,
  GenerateDataKey: generateDataKey,
  GenerateDataKeyWithoutPlaintext: generateDataKeyWithoutPlaintext,
  GenerateMac: generateMac,
  VerifyMac: verifyMac,
  Sign: sign,
  Verify: verify,
  GetPublicKey: getPublicKey,
  GenerateRandom: generateRandom,
};

/** An action behind its schema; what the schema refuses is a ValidationException, as KMS names it. */
export function action<Schema extends z.ZodType>(
  schema: Schema,
  run: (engine: EngineContext, input: z.output<Schema>) => { [name: string]: Json },
): KmsAction {
  return (engine, input) => {
    const parsed = schema.safeParse(input);
    if (!parsed.success) throw new AwsError('ValidationException', z.prettifyError(parsed.error));
    return run(engine, parsed.data);
  };
}

function newDataKey(engine: EngineContext, input: z.output<typeof DataKey>) {
  const key = getKey(engine, input.KeyId);
  const length = input.NumberOfBytes ?? (input.KeySpec === 'AES_128' ? 16 : 32);
  usableMaterial(key, 'ENCRYPT_DECRYPT');
  const plaintext = Buffer.from(engine.random.bytes(length));
  const sealed = seal(key, plaintext, input.EncryptionContext, engine.random);
  return { KeyId: key.arn, CiphertextBlob: sealed.toString('base64'), plaintext };
}

function requireKey(engine: EngineContext, named: string | undefined, actual: KmsKey): void {
  if (named !== undefined && getKey(engine, named).keyId !== actual.keyId)
    throw new AwsError(
      'IncorrectKeyException',
      'The key ID in the request does not identify a CMK that can perform this operation.',
    );
}

function macOf(key: KmsKey, message: Buffer): Buffer {
  return createHmac('sha256', usableMaterial(key, 'GENERATE_VERIFY_MAC')).update(message).digest();
}

function digestOf({ Message, MessageType }: z.output<typeof Signing>): Buffer {
  if (MessageType === 'RAW') return createHash('sha256').update(Message).digest();
  if (Message.length !== 32)
    throw new AwsError('ValidationException', 'Digest is invalid length for algorithm ECDSA_SHA_256.');
  return Message;
}
