import * as z from 'zod';
import { AwsError, type EngineContext, type ResolvedResource } from '../service.ts';
import { newScalar } from './p256.ts';

const flag = z.union([z.boolean(), z.stringbool()]);

export const KeySpec = z.enum(['SYMMETRIC_DEFAULT', 'HMAC_256', 'ECC_NIST_P256']);
export const KeyUsage = z.enum(['ENCRYPT_DECRYPT', 'GENERATE_VERIFY_MAC', 'SIGN_VERIFY']);
const USAGE_OF = {
  SYMMETRIC_DEFAULT: 'ENCRYPT_DECRYPT',
  HMAC_256: 'GENERATE_VERIFY_MAC',
  ECC_NIST_P256: 'SIGN_VERIFY',
} as const;

export interface KmsKey {
  keyId: string;
  arn: string;
  description: string;
  spec: z.infer<typeof KeySpec>;
  usage: z.infer<typeof KeyUsage>;
  createdAt: number;
  enabled: boolean;
  multiRegion: boolean;
  /** Set while the key waits for its deletion. */
  deletionAt?: number;
  /** Hex; absent once deleted. 32 random bytes, or a P-256 scalar. */
  material?: string;
}

const KeyProperties = z.object({
  Description: z.string().default(''),
  KeySpec: KeySpec.default('SYMMETRIC_DEFAULT'),
  KeyUsage: KeyUsage.optional(),
  Enabled: flag.default(true),
  MultiRegion: flag.default(false),
});

/** `AWS::KMS::Key`: material is made once; later provisions change description and state only. @throws on a spec that is not emulated. */
export function provisionKey(context: EngineContext, resource: ResolvedResource): void {
  const given = KeyProperties.parse(resource.properties);
  const before = context.store.get<KmsKey>('kms.keys', resource.ref);
  if (before !== undefined) {
    const enabled = before.deletionAt === undefined && given.Enabled;
    context.store.put('kms.keys', before.keyId, { ...before, description: given.Description, enabled });
    return;
  }
  createKey(context, {
    keyId: resource.ref,
    spec: given.KeySpec,
    ...(given.KeyUsage === undefined ? {} : { usage: given.KeyUsage }),
    description: given.Description,
    enabled: given.Enabled,
    multiRegion: given.MultiRegion,
  });
}

/** `AWS::KMS::Alias`; the target may be named by id or ARN, and provisioned later. */
export function provisionAlias(context: EngineContext, resource: ResolvedResource): void {
  const given = z.object({ AliasName: z.string(), TargetKeyId: z.string() }).parse(resource.properties);
  context.store.put('kms.aliases', given.AliasName, lastSegment(given.TargetKeyId));
}

export function createKey(
  context: EngineContext,
  given: Pick<KmsKey, 'keyId' | 'spec' | 'description' | 'enabled' | 'multiRegion'> & {
    usage?: KmsKey['usage'];
  },
): KmsKey {
  const usage = given.usage ?? USAGE_OF[given.spec];
  if (usage !== USAGE_OF[given.spec])
    throw new AwsError(
      'ValidationException',
      `KeyUsage ${usage} is not compatible with KeySpec ${given.spec}`,
    );
  const key: KmsKey = {
    ...given,
    usage,
    arn: `arn:aws:kms:${context.region}:${context.account}:key/${given.keyId}`,
    createdAt: context.clock.now(),
    material:
      given.spec === 'ECC_NIST_P256'
        ? newScalar(context.random)
        : Buffer.from(context.random.bytes(32)).toString('hex'),
  };
  context.store.put('kms.keys', key.keyId, key);
  return key;
}

/** By key id, key ARN, alias name or alias ARN. */
export function findKey({ store }: EngineContext, name: string): KmsKey | undefined {
  const path = name.startsWith('arn:') ? name.split(':').slice(5).join(':') : name;
  if (!path.startsWith('alias/')) return store.get<KmsKey>('kms.keys', lastSegment(path));
  const target = store.get<string>('kms.aliases', path);
  return target === undefined ? undefined : store.get<KmsKey>('kms.keys', target);
}

/** @throws AwsError NotFoundException */
export function getKey(context: EngineContext, name: string): KmsKey {
  const key = findKey(context, name);
  if (key !== undefined) return key;
  const message = name.includes('alias/') ? `Alias ${name} is not found.` : `Key '${name}' does not exist`;
  throw new AwsError('NotFoundException', message);
}

export function keyState(key: KmsKey): 'Enabled' | 'Disabled' | 'PendingDeletion' {
  if (key.deletionAt !== undefined) return 'PendingDeletion';
  return key.enabled ? 'Enabled' : 'Disabled';
}

/** Ready for a cryptographic call. @throws AwsError DisabledException, KMSInvalidStateException, InvalidKeyUsageException */
export function usableMaterial(key: KmsKey, usage: KmsKey['usage']): Buffer {
  const state = keyState(key);
  if (state === 'Disabled') throw new AwsError('DisabledException', `${key.arn} is disabled.`);
  if (state === 'PendingDeletion' || key.material === undefined)
    throw new AwsError('KMSInvalidStateException', `${key.arn} is pending deletion.`);
  if (key.usage !== usage)
    throw new AwsError(
      'InvalidKeyUsageException',
      `${key.arn} key usage is ${key.usage} which is not valid for this operation.`,
    );
  return Buffer.from(key.material, 'hex');
}

function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
