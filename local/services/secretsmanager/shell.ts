import * as z from 'zod';
import { action, callAction, handleAwsJson, type Actions, type CallableService } from '../aws-json.ts';
import type { EngineContext } from '../service.ts';
import { SecretsEngine, type Secret } from './engine.ts';

/** Secrets Manager: AWS JSON 1.1, credential scope `secretsmanager`. */
export function createSecretsManagerService(context: EngineContext): CallableService {
  const engine = new SecretsEngine(context);
  const actions = secretActions(engine);
  return {
    name: 'secretsmanager',
    types: ['AWS::SecretsManager::Secret'],
    provision: (resource) => engine.provision(resource),
    handle: async (request) => await handleAwsJson({ version: '1.1' }, actions, request),
    call: async (name, input) => await callAction(actions, name, input),
  };
}

function secretActions(engine: SecretsEngine): Actions {
  const value = z.object({ SecretString: z.string().optional(), SecretBinary: z.string().optional() });
  const secretId = z.object({ SecretId: z.string() });
  return {
    GetSecretValue: action(
      secretId.extend({ VersionId: z.string().optional(), VersionStage: z.string().optional() }),
      (input) => {
        const { secret, version } = engine.version(input.SecretId, input.VersionId, input.VersionStage);
        return {
          ARN: secret.arn,
          Name: secret.name,
          VersionId: version.id,
          SecretString: version.secretString,
          SecretBinary: version.secretBinary,
          VersionStages: version.stages,
          CreatedDate: version.createdAt / 1000,
        };
      },
    ),
    PutSecretValue: action(
      secretId.extend({
        ...value.shape,
        ClientRequestToken: z.string().optional(),
        VersionStages: z.array(z.string()).optional(),
      }),
      (input) => {
        const given = { secretString: input.SecretString, secretBinary: input.SecretBinary };
        const version = engine.put(input.SecretId, given, input.ClientRequestToken, input.VersionStages);
        const { arn, name } = engine.find(input.SecretId);
        return { ARN: arn, Name: name, VersionId: version.id, VersionStages: version.stages };
      },
    ),
    CreateSecret: action(
      value.extend({ Name: z.string(), Description: z.string().optional() }),
      ({ Name, Description, SecretString, SecretBinary }) => {
        const secret = engine.create(Name, Description, {
          secretString: SecretString,
          secretBinary: SecretBinary,
        });
        return { ARN: secret.arn, Name, VersionId: secret.versions[0]?.id };
      },
    ),
    DescribeSecret: action(secretId, ({ SecretId }) => shown(engine.find(SecretId))),
    ListSecrets: action(z.object({}), () => ({ SecretList: engine.list().map(shown) })),
  };
}

function shown(secret: Secret): Record<string, unknown> {
  return {
    ARN: secret.arn,
    Name: secret.name,
    Description: secret.description,
    KmsKeyId: secret.kmsKeyId,
    CreatedDate: secret.createdAt / 1000,
    LastChangedDate: secret.changedAt / 1000,
    VersionIdsToStages: Object.fromEntries(secret.versions.map(({ id, stages }) => [id, stages])),
  };
}
