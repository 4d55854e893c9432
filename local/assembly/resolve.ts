import type { Json, ResolvedResource } from '../services/service.ts';
import type { Assembly, StackTemplate } from './assembly.ts';
import { digest, identityOf, madeUpName } from './identity.ts';
import type { Identity } from './identity-table.ts';
import { applyIntrinsic, type Scope } from './intrinsics.ts';

export interface ResolveOptions {
  region: string;
  account: string;
  /** e.g. `http://127.0.0.1:4570` */
  awsEndpoint: string;
}

export interface ResolvedAssembly {
  /** Stacks in deployment order, resources in template order; those with a false condition are left out. */
  resources: ResolvedResource[];
  /** The types behind everything that a value refers to (through imports too): `{type, stack, logicalId}`. */
  referencesOf(stack: string, value: Json): Reference[];
  /** A stack's output, by the output's logical id. */
  output(stack: string, outputId: string): Json | undefined;
}

export interface Reference {
  stack: string;
  logicalId: string;
  type: string;
}

/** Resolves every intrinsic of an assembly. Throws on an intrinsic it does not know and on a reference to nothing. */
export function resolveAssembly(assembly: Assembly, options: ResolveOptions): ResolvedAssembly {
  const stacks = new Map(assembly.stacks.map((stack) => [stack.name, stack]));
  const identities = new Map<string, Identity | 'in progress'>();
  let trace: ((reference: Reference) => void) | undefined;

  function identityIn(stack: StackTemplate, logicalId: string): Identity {
    const resource = stack.resources[logicalId];
    if (resource === undefined) throw new Error(`${stack.name}: no resource ${logicalId}`);
    trace?.({ stack: stack.name, logicalId, type: resource.Type });
    const key = `${stack.name}\0${logicalId}`;
    const known = identities.get(key);
    if (known === 'in progress') throw new Error(`${stack.name}: ${logicalId} refers to itself`);
    if (known !== undefined) return known;
    identities.set(key, 'in progress');
    const property = (name: string): Json | undefined => {
      const value = resource.Properties[name];
      return value === undefined ? undefined : resolve(stack, value);
    };
    const identity = identityOf(resource.Type, {
      stack: stack.name,
      logicalId,
      ...options,
      property,
      nameFrom: (name) => {
        const given = property(name);
        return typeof given === 'string' ? given : madeUpName(stack.name, logicalId);
      },
      shortId: (length = 10) => digest('id', stack.name, logicalId).slice(0, length),
      arn: (service, rest) => `arn:aws:${service}:${options.region}:${options.account}:${rest}`,
    });
    identities.set(key, identity);
    return identity;
  }

  function outputOf(stackName: string, outputId: string): Json {
    const stack = stacks.get(stackName);
    const output = stack?.outputs[outputId];
    if (stack === undefined || output === undefined)
      throw new Error(`no output ${outputId} of stack ${stackName}`);
    return resolve(stack, output.value) ?? '';
  }

  function exported(name: string): Json {
    for (const stack of assembly.stacks) {
      for (const { value, exportName } of Object.values(stack.outputs)) {
        if (exportName !== undefined && resolve(stack, exportName) === name)
          return resolve(stack, value) ?? '';
      }
    }
    throw new Error(`nothing exports ${name}`);
  }

  function scopeOf(stack: StackTemplate): Scope {
    const pseudo: Record<string, string> = {
      'AWS::Region': options.region,
      'AWS::AccountId': options.account,
      'AWS::Partition': 'aws',
      'AWS::URLSuffix': 'amazonaws.com',
      'AWS::StackName': stack.name,
      'AWS::StackId': `arn:aws:cloudformation:${options.region}:${options.account}:stack/${stack.name}/${digest(stack.name).slice(0, 32)}`,
    };
    return {
      ref: (name) => pseudo[name] ?? stack.parameters[name] ?? identityIn(stack, name).ref,
      attribute: (logicalId, name) => {
        const value = identityIn(stack, logicalId).attributes[name];
        const type = stack.resources[logicalId]?.Type ?? '';
        if (value === undefined)
          throw new Error(`${stack.name}: ${logicalId} (${type}) has no attribute ${name} here`);
        return value;
      },
      condition: (name) => {
        const condition = stack.conditions[name];
        if (condition === undefined) throw new Error(`${stack.name}: no condition ${name}`);
        return resolve(stack, condition) === true;
      },
      mapping: stack.mappings,
      exported,
      outputOf,
    };
  }

  const scopes = new Map<StackTemplate, Scope>();

  /** `undefined` stands for `AWS::NoValue`. */
  function resolve(stack: StackTemplate, value: Json): Json | undefined {
    if (Array.isArray(value))
      return value.map((item) => resolve(stack, item)).filter((item) => item !== undefined);
    if (value === null || typeof value !== 'object') return value;
    const scope = scopes.get(stack) ?? scopeOf(stack);
    scopes.set(stack, scope);
    const applied = applyIntrinsic(value, scope, (inner) => resolve(stack, inner));
    if (applied !== undefined) return applied.value;
    const entries = Object.entries(value).map(([key, inner]): [string, Json | undefined] => [
      key,
      resolve(stack, inner),
    ]);
    return Object.fromEntries(entries.filter((entry): entry is [string, Json] => entry[1] !== undefined));
  }

  return {
    resources: assembly.stacks.flatMap((stack) =>
      Object.entries(stack.resources)
        .filter(([, { Condition }]) => Condition === undefined || resolve(stack, { Condition }) === true)
        .map(([logicalId, { Type, Properties }]) => ({
          stack: stack.name,
          logicalId,
          type: Type,
          properties: resolve(stack, Properties) as Record<string, Json>,
          ...identityIn(stack, logicalId),
        })),
    ),
    referencesOf: (stackName, value) => {
      const found: Reference[] = [];
      const stack = stacks.get(stackName);
      if (stack === undefined) return found;
      trace = (reference) => found.push(reference);
      try {
        resolve(stack, value);
      } finally {
        trace = undefined;
      }
      return found;
    },
    output: (stackName, outputId) =>
      stacks.get(stackName)?.outputs[outputId] === undefined ? undefined : outputOf(stackName, outputId),
  };
}
