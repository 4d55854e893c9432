import { createPublicKey, verify } from 'node:crypto';
import {
  CancelKeyDeletionCommand,
  CreateAliasCommand,
  CreateKeyCommand,
  DecryptCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateDataKeyWithoutPlaintextCommand,
  GenerateMacCommand,
  GetPublicKeyCommand,
  KMSClient,
  ListAliasesCommand,
  ReEncryptCommand,
  ScheduleKeyDeletionCommand,
  SignCommand,
  VerifyCommand,
  VerifyMacCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryStore } from '../../../../local/runtime/memory-store.ts';
import { createKmsService } from '../../../../local/services/kms/shell.ts';
import type { Json, ResolvedResource } from '../../../../local/services/service.ts';
import { engineContext } from '../../../support/engine-context.ts';
import { serveService, type ServedService } from '../../../support/serve-service.ts';
import { errorOf } from '../s3/s3-fixture.ts';

const DAY_MS = 86_400_000;
const store = memoryStore();
const context = engineContext({ store });
const kms = createKmsService(context);
let served: ServedService;
let client: KMSClient;

function key(ref: string, properties: Record<string, Json> = {}): ResolvedResource {
  return { stack: 'test', logicalId: ref, type: 'AWS::KMS::Key', properties, ref, attributes: {} };
}

function alias(AliasName: string, TargetKeyId: string): ResolvedResource {
  return {
    stack: 'test',
    logicalId: AliasName,
    type: 'AWS::KMS::Alias',
    properties: { AliasName, TargetKeyId },
    ref: AliasName,
    attributes: {},
  };
}

beforeAll(async () => {
  for (const resource of [
    alias('alias/keyturn/data', 'arn:aws:kms:us-east-1:000000000000:key/data'),
    key('data', { EnableKeyRotation: true, KeyPolicy: {} }),
    key('other'),
    key('index', { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }),
    key('signing', { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' }),
  ])
    kms.provision(resource);
  served = await serveService(kms);
  client = new KMSClient(served.client);
});
afterAll(async () => {
  await served.close();
});

const EncryptionContext = { subject: 'loan_1', field: 'ssn' };
const Plaintext = Buffer.from('a secret');

async function sealed(KeyId = 'data'): Promise<Uint8Array> {
  const { CiphertextBlob } = await client.send(new EncryptCommand({ KeyId, Plaintext, EncryptionContext }));
  if (CiphertextBlob === undefined) throw new Error('no ciphertext');
  return CiphertextBlob;
}

describe('encryption', () => {
  it.each([
    'data',
    'arn:aws:kms:us-east-1:000000000000:key/data',
    'alias/keyturn/data',
    'arn:aws:kms:us-east-1:000000000000:alias/keyturn/data',
  ])('opens what was sealed under %s', async (KeyId) => {
    const opened = await client.send(
      new DecryptCommand({ CiphertextBlob: await sealed(KeyId), EncryptionContext, KeyId }),
    );
    expect(Buffer.from(opened.Plaintext ?? [])).toEqual(Plaintext);
    expect(opened.KeyId).toBe('arn:aws:kms:us-east-1:000000000000:key/data');
  });

  it.each([
    ['another value', { subject: 'loan_2', field: 'ssn' }],
    ['a part missing', { subject: 'loan_1' }],
    ['none', {}],
    ['names and values joined otherwise', { subjec: 'tloan_1', field: 'ssn' }],
  ])('refuses a context with %s', async (_what, wrong) => {
    const command = new DecryptCommand({ CiphertextBlob: await sealed(), EncryptionContext: wrong });
    expect(await errorOf(client.send(command))).toMatchObject({
      name: 'InvalidCiphertextException',
      status: 400,
    });
  });

  it('does not mind the order of the context', async () => {
    const opened = await client.send(
      new DecryptCommand({
        CiphertextBlob: await sealed(),
        EncryptionContext: { field: 'ssn', subject: 'loan_1' },
      }),
    );
    expect(Buffer.from(opened.Plaintext ?? [])).toEqual(Plaintext);
  });

  it('refuses every single changed byte and every cut', async () => {
    const blob = Buffer.from(await sealed());
    for (let at = 0; at < blob.length; at++) {
      const tampered = Buffer.from(blob);
      tampered[at] = tampered[at]! ^ 1;
      const attempt = () =>
        kms.call('Decrypt', { CiphertextBlob: tampered.toString('base64'), EncryptionContext });
      expect(attempt, `byte ${at}`).toThrow('not valid for this key');
    }
    for (let length = 1; length < blob.length; length++)
      expect(() =>
        kms.call('Decrypt', {
          CiphertextBlob: blob.subarray(0, length).toString('base64'),
          EncryptionContext,
        }),
      ).toThrow('not valid');
  });

  it('moves to another key without showing the plaintext', async () => {
    const moved = await client.send(
      new ReEncryptCommand({
        CiphertextBlob: await sealed(),
        SourceEncryptionContext: EncryptionContext,
        DestinationKeyId: 'other',
        DestinationEncryptionContext: { v: '2' },
      }),
    );
    const opened = await client.send(
      new DecryptCommand({
        CiphertextBlob: moved.CiphertextBlob,
        EncryptionContext: { v: '2' },
        KeyId: 'other',
      }),
    );
    expect(Buffer.from(opened.Plaintext ?? [])).toEqual(Plaintext);
    const wrongKey = new DecryptCommand({
      CiphertextBlob: moved.CiphertextBlob,
      EncryptionContext: { v: '2' },
      KeyId: 'data',
    });
    expect(await errorOf(client.send(wrongKey))).toMatchObject({ name: 'IncorrectKeyException' });
  });

  it('gives data keys that open again, fresh each time', async () => {
    const one = await client.send(
      new GenerateDataKeyCommand({ KeyId: 'alias/keyturn/data', KeySpec: 'AES_256', EncryptionContext }),
    );
    const two = await client.send(
      new GenerateDataKeyWithoutPlaintextCommand({ KeyId: 'data', NumberOfBytes: 16 }),
    );
    expect(one.Plaintext).toHaveLength(32);
    const opened = await client.send(
      new DecryptCommand({ CiphertextBlob: one.CiphertextBlob, EncryptionContext }),
    );
    expect(opened.Plaintext).toEqual(one.Plaintext);
    const bare = await client.send(new DecryptCommand({ CiphertextBlob: two.CiphertextBlob }));
    expect(bare.Plaintext).toHaveLength(16);
    const both = new GenerateDataKeyCommand({ KeyId: 'data', KeySpec: 'AES_256', NumberOfBytes: 16 });
    expect(await errorOf(client.send(both))).toMatchObject({ name: 'ValidationException' });
  });

  it('refuses more than 4096 bytes', async () => {
    const command = new EncryptCommand({ KeyId: 'data', Plaintext: Buffer.alloc(4097) });
    expect(await errorOf(client.send(command))).toMatchObject({ name: 'ValidationException' });
  });
});

describe('MACs', () => {
  it('are the same for the same message and refused for another', async () => {
    const command = {
      KeyId: 'index',
      MacAlgorithm: 'HMAC_SHA_256',
      Message: Buffer.from('message'),
    } as const;
    const { Mac } = await client.send(new GenerateMacCommand(command));
    expect((await client.send(new GenerateMacCommand(command))).Mac).toEqual(Mac);
    expect((await client.send(new VerifyMacCommand({ ...command, Mac }))).MacValid).toBe(true);
    const other = new VerifyMacCommand({ ...command, Message: Buffer.from('other'), Mac });
    expect(await errorOf(client.send(other))).toMatchObject({ name: 'KMSInvalidMacException' });
    const wrongUse = new GenerateMacCommand({ ...command, KeyId: 'data' });
    expect(await errorOf(client.send(wrongUse))).toMatchObject({ name: 'InvalidKeyUsageException' });
  });
});

describe('signatures', () => {
  it('are verified by KMS and by anybody who holds the public key', async () => {
    const Message = Buffer.from('merkle root');
    const command = { KeyId: 'signing', SigningAlgorithm: 'ECDSA_SHA_256', Message } as const;
    const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: 'signing' }));
    const publicKey = createPublicKey({ key: Buffer.from(PublicKey ?? []), format: 'der', type: 'spki' });
    for (let round = 0; round < 20; round++) {
      const { Signature = new Uint8Array() } = await client.send(new SignCommand(command));
      expect(verify('sha256', Message, publicKey, Signature)).toBe(true);
      expect((await client.send(new VerifyCommand({ ...command, Signature }))).SignatureValid).toBe(true);
      const other = new VerifyCommand({ ...command, Message: Buffer.from('other root'), Signature });
      expect(await errorOf(client.send(other))).toMatchObject({ name: 'KMSInvalidSignatureException' });
    }
  });
});

describe('keys', () => {
  it('keep their material when provisioned again and after a restart', async () => {
    const CiphertextBlob = await sealed();
    kms.provision(key('data', { Description: 'changed' }));
    const restarted = createKmsService(engineContext({ store, seed: 99 }));
    const opened = restarted.call('Decrypt', {
      CiphertextBlob: Buffer.from(CiphertextBlob).toString('base64'),
      EncryptionContext,
    });
    expect(opened).toMatchObject({ Plaintext: Plaintext.toString('base64') });
    const { KeyMetadata } = await client.send(new DescribeKeyCommand({ KeyId: 'alias/keyturn/data' }));
    expect(KeyMetadata).toMatchObject({
      KeyId: 'data',
      Description: 'changed',
      KeyState: 'Enabled',
      KeyUsage: 'ENCRYPT_DECRYPT',
    });
  });

  it('do nothing while disabled, and work again when enabled', async () => {
    const CiphertextBlob = await sealed('other');
    await client.send(new DisableKeyCommand({ KeyId: 'other' }));
    expect(kms.resolveKey('other')?.enabled).toBe(false);
    const decrypt = new DecryptCommand({ CiphertextBlob, EncryptionContext });
    expect(await errorOf(client.send(decrypt))).toMatchObject({ name: 'DisabledException' });
    await client.send(new EnableKeyCommand({ KeyId: 'other' }));
    expect((await client.send(decrypt)).Plaintext).toHaveLength(Plaintext.length);
  });

  it('wait for their deletion and are then gone with their aliases', async () => {
    const { KeyMetadata } = await client.send(new CreateKeyCommand({ Description: 'short-lived' }));
    const KeyId = KeyMetadata?.KeyId ?? '';
    await client.send(new CreateAliasCommand({ AliasName: 'alias/short', TargetKeyId: KeyId }));
    const CiphertextBlob = await sealed('alias/short');
    await client.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
    expect(await errorOf(sealed(KeyId))).toMatchObject({ name: 'KMSInvalidStateException' });
    await client.send(new CancelKeyDeletionCommand({ KeyId }));
    expect(await errorOf(sealed(KeyId))).toMatchObject({ name: 'DisabledException' });
    await client.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
    await context.clock.advance(7 * DAY_MS);
    expect(await errorOf(client.send(new DescribeKeyCommand({ KeyId })))).toMatchObject({
      name: 'NotFoundException',
    });
    expect(await errorOf(sealed('alias/short'))).toMatchObject({ name: 'NotFoundException' });
    expect(
      await errorOf(client.send(new DecryptCommand({ CiphertextBlob, EncryptionContext }))),
    ).toMatchObject({ name: 'InvalidCiphertextException' });
  });

  it('are listed by their aliases', async () => {
    const { Aliases } = await client.send(new ListAliasesCommand({ KeyId: 'data' }));
    expect(Aliases).toMatchObject([
      {
        AliasName: 'alias/keyturn/data',
        TargetKeyId: 'data',
        AliasArn: 'arn:aws:kms:us-east-1:000000000000:alias/keyturn/data',
      },
    ]);
  });
});
