import aslValidator from 'asl-validator';
import { callAction, handleAwsJson, type CallableService } from '../aws-json.ts';
import { AwsError, type EngineContext, type Json, type ResolvedResource } from '../service.ts';
import { statesActions } from './api.ts';
import { createStatesEngine, type StatesEngine, type StatesOptions } from './engine.ts';

export interface StatesService extends CallableService {
  readonly engine: StatesEngine;
  /** State transitions since the start, for the cost meter. */
  transitions(): number;
}

/** Step Functions: AWS JSON 1.0 over the engine. Definitions are checked by asl-validator as well. */
export function createStatesService(
  context: EngineContext,
  options: Pick<StatesOptions, 'onMetric'> = {},
): StatesService {
  const engine = createStatesEngine(context, { ...options, checkDefinition: aslDefects });
  const actions = statesActions(engine, () => context.clock.now());
  return {
    name: 'states',
    types: ['AWS::StepFunctions::StateMachine'],
    engine,
    transitions: engine.transitions,
    provision: (resource) => provision(engine, resource),
    handle: async (request) => await handleAwsJson({ version: '1.0' }, actions, request),
    call: async (action, input) => await callAction(actions, action, withApiCase(input)),
    start: engine.start,
    stop: async () => {
      engine.stop();
    },
  };
}

function provision(engine: StatesEngine, { logicalId, properties, ref }: ResolvedResource): void {
  const { StateMachineName, StateMachineType, RoleArn, Tags } = properties;
  if (StateMachineType !== undefined && StateMachineType !== 'STANDARD')
    throw new AwsError('StateMachineTypeNotSupported', `${logicalId}: only STANDARD machines are emulated`);
  const arn = ref.startsWith('arn:') ? ref : undefined;
  const name =
    typeof StateMachineName === 'string'
      ? StateMachineName
      : (arn?.slice(arn.lastIndexOf(':') + 1) ?? logicalId);
  engine.machines.put({
    name,
    definition: definitionText(logicalId, properties),
    roleArn: typeof RoleArn === 'string' ? RoleArn : '',
    settings: Tags === undefined ? {} : { tags: Tags },
    ...(arn !== undefined && { arn }),
  });
}

function definitionText(logicalId: string, properties: Record<string, Json>): string {
  const { Definition, DefinitionString, DefinitionSubstitutions } = properties;
  const text =
    typeof DefinitionString === 'string' ? DefinitionString : Definition && JSON.stringify(Definition);
  if (typeof text !== 'string')
    throw new AwsError(
      'InvalidDefinition',
      `${logicalId}: DefinitionString is needed (a definition in S3 is not emulated)`,
    );
  const values = (DefinitionSubstitutions ?? {}) as Record<string, Json>;
  return text.replaceAll(/\$\{([^}]+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? inText(values[name]!) : whole,
  );
}

/** A value as it stands inside a JSON string; CloudFormation gives strings. */
function inText(value: Json): string {
  return JSON.stringify(typeof value === 'string' ? value : JSON.stringify(value)).slice(1, -1);
}

function aslDefects(definition: unknown): string[] {
  const { errors } = aslValidator(definition, {
    checkPaths: true,
    checkArn: true,
  });
  return errors.map((error) =>
    'Error code' in error
      ? `${error['Error code']}: ${error.Message}`
      : `SCHEMA: ${error.instancePath} ${error.message}`,
  );
}

/** `aws-sdk` integrations and schedules write `StateMachineArn` where the wire has `stateMachineArn`. */
function withApiCase(input: Json): Json {
  if (input === null || typeof input !== 'object' || Array.isArray(input)) return input;
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name.charAt(0).toLowerCase() + name.slice(1), value]),
  );
}
