import * as z from 'zod';
import { AwsError, type EngineContext, type Json } from '../service.ts';
import { action, type KmsAction } from './crypto-actions.ts';
import { createKey, getKey, KeySpec, keyState, KeyUsage, type KmsKey } from './kms-key.ts';

const DAY_MS = 86_400_000;
const ByKey = z.object({ KeyId: z.string().min(1) });
const Page = z.object({
  Limit: z.number().int().min(1).max(1000).default(100),
  Marker: z.string().optional(),
});

const create = action(
  z.object({
    Description: z.string().default(''),
    KeySpec: KeySpec.default('SYMMETRIC_DEFAULT'),
    KeyUsage: KeyUsage.optional(),
    MultiRegion: z.boolean().default(false),
  }),
  (engine, input) => ({
    KeyMetadata: metadataOf(
      engine,
      createKey(engine, {
        keyId: engine.random.uuid(),
        spec: input.KeySpec,
        ...(input.KeyUsage === undefined ? {} : { usage: input.KeyUsage }),
        description: input.Description,
        enabled: true,
        multiRegion: input.MultiRegion,
      }),
    ),
  }),
);

const describe = action(ByKey, (engine, input) => ({
  KeyMetadata: metadataOf(engine, getKey(engine, input.KeyId)),
}));

const listKeys = action(Page, (engine, { Limit, Marker }) => {
  const keys = engine.store.list<KmsKey>('kms.keys', {
    limit: Limit + 1,
    ...(Marker === undefined ? {} : { after: Marker }),
  });
  const shown = keys.slice(0, Limit);
  return {
    Keys: shown.map(([, { keyId, arn }]) => ({ KeyId: keyId, KeyArn: arn })),
    Truncated: keys.length > Limit,
    ...(keys.length > Limit ? { NextMarker: shown.at(-1)?.[0] ?? null } : {}),
  };
});

const listAliases = action(
  Page.extend({ KeyId: z.string().optional() }),
  (engine, { Limit, Marker, KeyId }) => {
    const target = KeyId === undefined ? undefined : getKey(engine, KeyId).keyId;
    const aliases = engine.store
      .list<string>('kms.aliases', Marker === undefined ? {} : { after: Marker })
      .filter(([, keyId]) => target === undefined || keyId === target);
    const shown = aliases.slice(0, Limit);
    return {
      Aliases: shown.map(([name, keyId]) => ({
        AliasName: name,
        AliasArn: `arn:aws:kms:${engine.region}:${engine.account}:${name}`,
        TargetKeyId: keyId,
      })),
      Truncated: aliases.length > Limit,
      ...(aliases.length > Limit ? { NextMarker: shown.at(-1)?.[0] ?? null } : {}),
    };
  },
);

const createAlias = action(
  z.object({ AliasName: z.string().regex(/^alias\/(?!aws\/)[\w/-]{1,250}$/), TargetKeyId: z.string() }),
  (engine, { AliasName, TargetKeyId }) => {
    if (engine.store.get('kms.aliases', AliasName) !== undefined)
      throw new AwsError('AlreadyExistsException', `An alias with the name ${AliasName} already exists`);
    engine.store.put('kms.aliases', AliasName, getKey(engine, TargetKeyId).keyId);
    return {};
  },
);

const enable = setEnabled(true);
const disable = setEnabled(false);

const scheduleDeletion = action(
  ByKey.extend({ PendingWindowInDays: z.number().int().min(7).max(30).default(30) }),
  (engine, { KeyId, PendingWindowInDays }) => {
    const key = notPending(getKey(engine, KeyId));
    const deletionAt = engine.clock.now() + PendingWindowInDays * DAY_MS;
    engine.store.put('kms.keys', key.keyId, { ...key, deletionAt });
    return {
      KeyId: key.arn,
      DeletionDate: deletionAt / 1000,
      KeyState: 'PendingDeletion',
      PendingWindowInDays,
    };
  },
);

const cancelDeletion = action(ByKey, (engine, { KeyId }) => {
  const key = getKey(engine, KeyId);
  if (key.deletionAt === undefined)
    throw new AwsError('KMSInvalidStateException', `${key.arn} is not pending deletion.`);
  const { deletionAt: _, ...kept } = key;
  engine.store.put('kms.keys', key.keyId, { ...kept, enabled: false });
  return { KeyId: key.arn };
});

export const KEY_ACTIONS: Record<string, KmsAction> = {
  CreateKey: create,
  DescribeKey: describe,
  ListKeys: listKeys,
  ListAliases: listAliases,
  CreateAlias: createAlias,
  EnableKey: enable,
  DisableKey: disable,
  ScheduleKeyDeletion: scheduleDeletion,
  CancelKeyDeletion: cancelDeletion,
};

/** Removes keys whose waiting time is over, material and aliases with them. */
export function removeDueKeys({ store, clock }: EngineContext): void {
  for (const [keyId, key] of store.list<KmsKey>('kms.keys')) {
    if (key.deletionAt === undefined || key.deletionAt > clock.now()) continue;
    store.delete('kms.keys', keyId);
    for (const [name, target] of store.list<string>('kms.aliases'))
      if (target === keyId) store.delete('kms.aliases', name);
  }
}

function setEnabled(enabled: boolean): KmsAction {
  return action(ByKey, (engine, { KeyId }) => {
    const key = notPending(getKey(engine, KeyId));
    engine.store.put('kms.keys', key.keyId, { ...key, enabled });
    return {};
  });
}

function notPending(key: KmsKey): KmsKey {
  if (key.deletionAt !== undefined)
    throw new AwsError('KMSInvalidStateException', `${key.arn} is pending deletion.`);
  return key;
}

function metadataOf(engine: EngineContext, key: KmsKey): { [name: string]: Json } {
  const state = keyState(key);
  return {
    AWSAccountId: engine.account,
    KeyId: key.keyId,
    Arn: key.arn,
    CreationDate: key.createdAt / 1000,
    Enabled: state === 'Enabled',
    Description: key.description,
    KeyUsage: key.usage,
    KeyState: state,
    ...(key.deletionAt === undefined ? {} : { DeletionDate: key.deletionAt / 1000 }),
    Origin: 'AWS_KMS',
    KeyManager: 'CUSTOMER',
    CustomerMasterKeySpec: key.spec,
    KeySpec: key.spec,
    MultiRegion: key.multiRegion,
    ...(key.usage === 'ENCRYPT_DECRYPT' ? { EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'] } : {}),
    ...(key.usage === 'SIGN_VERIFY' ? { SigningAlgorithms: ['ECDSA_SHA_256'] } : {}),
    ...(key.usage === 'GENERATE_VERIFY_MAC' ? { MacAlgorithms: ['HMAC_SHA_256'] } : {}),
  };
}
