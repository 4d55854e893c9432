import { createHash } from 'node:crypto';
import * as z from 'zod';
import { AwsError, type EngineContext, type ResolvedResource } from '../service.ts';
import { generateSecret, generateSecretString } from './generate-secret.ts';

export interface SecretVersion {
  id: string;
  secretString?: string | undefined;
  /** base64 */
  secretBinary?: string | undefined;
  stages: string[];
  createdAt: number;
}

export interface Secret {
  arn: string;
  name: string;
  description?: string | undefined;
  kmsKeyId?: string | undefined;
  createdAt: number;
  changedAt: number;
  versions: SecretVersion[];
  /** Of the template's properties, so that the same template again changes nothing. */
  declaredHash?: string | undefined;
}

export type SecretValue = Pick<SecretVersion, 'secretString' | 'secretBinary'>;

const secretProperties = z.object({
  Name: z.string().optional(),
  Description: z.string().optional(),
  KmsKeyId: z.string().optional(),
  SecretString: z.string().optional(),
  GenerateSecretString: generateSecretString.optional(),
});

/** Secrets with their versions and stages (AWSCURRENT, AWSPREVIOUS). */
export class SecretsEngine {
  readonly #context: EngineContext;

  constructor(context: EngineContext) {
    this.#context = context;
  }

  /** A generated value is made once; a literal one becomes a new version when the template changes it. */
  provision({ type, properties, ref, logicalId }: ResolvedResource): void {
    if (type !== 'AWS::SecretsManager::Secret') return;
    const given = secretProperties.parse(properties);
    const declaredHash = createHash('sha256').update(JSON.stringify(properties)).digest('hex');
    const arn = ref.startsWith('arn:') ? ref : undefined;
    const name = given.Name ?? (arn === undefined ? logicalId : nameIn(arn));
    const existing = this.#lookUp(name);
    if (existing?.declaredHash === declaredHash) return;
    const value = given.GenerateSecretString
      ? (existing?.versions.find(({ stages }) => stages.includes('AWSCURRENT'))?.secretString ??
        generateSecret(given.GenerateSecretString, this.#context.random))
      : given.SecretString;
    const secret = existing ?? this.#blank(name, arn);
    const described = { ...secret, description: given.Description, kmsKeyId: given.KmsKeyId, declaredHash };
    this.#save(value === undefined ? described : this.#withVersion(described, { secretString: value }));
  }

  create(name: string, description: string | undefined, value: SecretValue): Secret {
    if (this.#lookUp(name) !== undefined)
      throw new AwsError(
        'ResourceExistsException',
        `The operation failed because the secret ${name} already exists.`,
      );
    const blank = { ...this.#blank(name), description };
    const hasValue = value.secretString !== undefined || value.secretBinary !== undefined;
    return this.#save(hasValue ? this.#withVersion(blank, value) : blank);
  }

  put(id: string, value: SecretValue, token: string | undefined, stages = ['AWSCURRENT']): SecretVersion {
    const secret = this.find(id);
    const earlier = secret.versions.find((version) => version.id === token);
    if (earlier !== undefined) {
      if (earlier.secretString === value.secretString && earlier.secretBinary === value.secretBinary)
        return earlier;
      throw new AwsError('ResourceExistsException', 'You can\u2019t modify an existing version.');
    }
    const changed = this.#save(this.#withVersion(secret, value, token, stages));
    return changed.versions.at(-1)!;
  }

  /** Throws `ResourceNotFoundException`. */
  version(
    id: string,
    versionId: string | undefined,
    stage = 'AWSCURRENT',
  ): { secret: Secret; version: SecretVersion } {
    const secret = this.find(id);
    const version = secret.versions.find((candidate) =>
      versionId === undefined ? candidate.stages.includes(stage) : candidate.id === versionId,
    );
    if (version === undefined)
      throw new AwsError(
        'ResourceNotFoundException',
        `Secrets Manager can't find the specified secret value for staging label: ${stage}`,
      );
    return { secret, version };
  }

  /** By name, ARN, or ARN without its random suffix. */
  find(id: string): Secret {
    const secret = this.#lookUp(id) ?? this.list().find(({ arn }) => arn === id || arn.slice(0, -7) === id);
    if (secret === undefined)
      throw new AwsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
    return secret;
  }

  list(): Secret[] {
    return this.#context.store.list<Secret>('secretsmanager.secret').map(([, secret]) => secret);
  }

  #withVersion(
    secret: Secret,
    value: SecretValue,
    id = this.#context.random.uuid(),
    stages = ['AWSCURRENT'],
  ): Secret {
    const current = stages.includes('AWSCURRENT');
    const versions = secret.versions
      .map((version) => ({ ...version, stages: movedStages(version.stages, stages, current) }))
      .filter((version) => version.stages.length > 0);
    const now = this.#context.clock.now();
    return { ...secret, changedAt: now, versions: [...versions, { id, ...value, stages, createdAt: now }] };
  }

  #blank(name: string, arn?: string): Secret {
    const { region, account, random, clock } = this.#context;
    const suffix = Buffer.from(random.bytes(3)).toString('hex');
    return {
      arn: arn ?? `arn:aws:secretsmanager:${region}:${account}:secret:${name}-${suffix}`,
      name,
      createdAt: clock.now(),
      changedAt: clock.now(),
      versions: [],
    };
  }

  #lookUp(name: string): Secret | undefined {
    return this.#context.store.get<Secret>('secretsmanager.secret', name);
  }

  #save(secret: Secret): Secret {
    this.#context.store.put('secretsmanager.secret', secret.name, secret);
    return secret;
  }
}

/** A new current version makes the last one AWSPREVIOUS; labels that moved leave the version they were on. */
function movedStages(held: string[], taken: string[], current: boolean): string[] {
  const kept = held.filter((stage) => !taken.includes(stage) && !(current && stage === 'AWSPREVIOUS'));
  return current && held.includes('AWSCURRENT') ? [...kept, 'AWSPREVIOUS'] : kept;
}

/** `arn:aws:secretsmanager:region:account:secret:name-abcdef` without the suffix. */
function nameIn(arn: string): string {
  return arn
    .split(':')
    .slice(6)
    .join(':')
    .replace(/-[A-Za-z0-9]{6}$/, '');
}
