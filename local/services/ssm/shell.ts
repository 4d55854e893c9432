import * as z from 'zod';
import { action, callAction, handleAwsJson, type Actions, type CallableService } from '../aws-json.ts';
import type { EngineContext } from '../service.ts';
import { ParametersEngine, parameterType, type Parameter } from './engine.ts';

/** SSM Parameter Store: AWS JSON 1.1, credential scope `ssm`. */
export function createSsmService(context: EngineContext): CallableService {
  const engine = new ParametersEngine(context);
  const actions = parameterActions(engine);
  return {
    name: 'ssm',
    types: ['AWS::SSM::Parameter'],
    provision: (resource) => engine.provision(resource),
    handle: async (request) => await handleAwsJson({ version: '1.1' }, actions, request),
    call: async (name, input) => await callAction(actions, name, input),
  };
}

function parameterActions(engine: ParametersEngine): Actions {
  const decryption = z.object({ WithDecryption: z.boolean().default(false) });
  const shown = (parameter: Parameter, decrypt: boolean): Record<string, unknown> => ({
    Name: parameter.name,
    Type: parameter.type,
    Value: parameter.type === 'SecureString' && !decrypt ? engine.sealed(parameter.value) : parameter.value,
    Version: parameter.version,
    LastModifiedDate: parameter.changedAt / 1000,
    ARN: engine.arnOf(parameter.name),
    DataType: 'text',
  });
  return {
    GetParameter: action(decryption.extend({ Name: z.string() }), ({ Name, WithDecryption }) => ({
      Parameter: shown(engine.get(Name), WithDecryption),
    })),
    GetParameters: action(
      decryption.extend({ Names: z.array(z.string()).min(1).max(10) }),
      ({ Names, WithDecryption }) => {
        const found = Names.map((name) => engine.find(name)).filter((parameter) => parameter !== undefined);
        return {
          Parameters: found.map((parameter) => shown(parameter, WithDecryption)),
          InvalidParameters: Names.filter((name) => engine.find(name) === undefined),
        };
      },
    ),
    GetParametersByPath: action(
      decryption.extend({
        Path: z.string(),
        Recursive: z.boolean().default(false),
        MaxResults: z.number().int().min(1).max(10).default(10),
        NextToken: z.string().optional(),
      }),
      ({ Path, Recursive, MaxResults, NextToken, WithDecryption }) => {
        const all = engine
          .under(Path, Recursive)
          .filter(({ name }) => NextToken === undefined || name > NextToken);
        const page = all.slice(0, MaxResults);
        return {
          Parameters: page.map((parameter) => shown(parameter, WithDecryption)),
          ...(all.length > page.length && { NextToken: page.at(-1)?.name }),
        };
      },
    ),
    PutParameter: action(
      z.object({
        Name: z.string(),
        Value: z.string(),
        Type: parameterType.optional(),
        Description: z.string().optional(),
        Overwrite: z.boolean().default(false),
      }),
      (input) => {
        const type = input.Type ?? engine.find(input.Name)?.type ?? 'String';
        const given = { name: input.Name, value: input.Value, type, description: input.Description };
        return { Version: engine.put(given, input.Overwrite).version, Tier: 'Standard' };
      },
    ),
    DeleteParameter: action(z.object({ Name: z.string() }), ({ Name }) => engine.delete(Name)),
  };
}
