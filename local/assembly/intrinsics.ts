import { jsonText } from '../runtime/json-text.ts';
import type { Json } from '../services/service.ts';

/** What the intrinsic functions of one template may look up. */
export interface Scope {
  ref(name: string): Json;
  attribute(logicalId: string, name: string): Json;
  condition(name: string): boolean;
  mapping: Record<string, Json>;
  exported(name: string): Json;
  outputOf(stackName: string, outputId: string): Json;
}

type Resolve = (value: Json) => Json | undefined;
type Intrinsic = (argument: Json, scope: Scope, resolve: Resolve) => Json | undefined;

/** The value of an object that is an intrinsic call; `undefined` when the object is plain data. */
export function applyIntrinsic(
  value: { [key: string]: Json },
  scope: Scope,
  resolve: Resolve,
): { value: Json | undefined } | undefined {
  const keys = Object.keys(value);
  const name = keys[0];
  if (keys.length !== 1 || name === undefined) return undefined;
  const argument = value[name] ?? null;
  if (name === 'Ref' && typeof argument === 'string') {
    return { value: argument === 'AWS::NoValue' ? undefined : scope.ref(argument) };
  }
  if (name === 'Condition' && typeof argument === 'string') return { value: scope.condition(argument) };
  if (!name.startsWith('Fn::')) return undefined;
  const intrinsic = intrinsics[name];
  if (intrinsic === undefined) throw new Error(`the local cloud does not know the intrinsic ${name}`);
  return { value: intrinsic(argument, scope, resolve) };
}

const intrinsics: Record<string, Intrinsic> = {
  'Fn::GetAtt': (argument, scope, resolve) => {
    const [logicalId = '', ...rest] = typeof argument === 'string' ? argument.split('.') : list(argument);
    return scope.attribute(text(logicalId), rest.map((part) => text(resolve(part))).join('.'));
  },
  'Fn::Join': (argument, _, resolve) => {
    const [separator, parts] = list(argument);
    return list(resolve(parts ?? []))
      .map(text)
      .join(text(separator));
  },
  'Fn::Select': (argument, _, resolve) => {
    const [index, options] = list(argument);
    return list(resolve(options ?? []))[Number(resolve(index ?? 0))] ?? null;
  },
  'Fn::Split': (argument, _, resolve) => {
    const [separator, whole] = list(argument);
    return text(resolve(whole ?? '')).split(text(separator));
  },
  'Fn::Sub': (argument, scope, resolve) => {
    const [template, variables] = typeof argument === 'string' ? [argument, {}] : list(argument);
    const given = (variables ?? {}) as Record<string, Json>;
    return text(template).replaceAll(/\$\{([^}]+)\}/g, (_, name: string) => {
      if (name.startsWith('!')) return `\${${name.slice(1)}}`;
      if (given[name] !== undefined) return text(resolve(given[name]));
      const [logicalId = '', ...attribute] = name.split('.');
      return text(attribute.length === 0 ? scope.ref(name) : scope.attribute(logicalId, attribute.join('.')));
    });
  },
  'Fn::If': (argument, scope, resolve) => {
    const [condition, then, otherwise] = list(argument);
    return resolve((scope.condition(text(condition)) ? then : otherwise) ?? null);
  },
  'Fn::Equals': (argument, _, resolve) => {
    const [left, right] = list(argument).map((side) => resolve(side));
    return jsonText(left) === jsonText(right);
  },
  'Fn::And': (argument, _, resolve) => list(argument).every((item) => resolve(item) === true),
  'Fn::Or': (argument, _, resolve) => list(argument).some((item) => resolve(item) === true),
  'Fn::Not': (argument, _, resolve) => resolve(list(argument)[0] ?? null) !== true,
  'Fn::FindInMap': (argument, scope, resolve) => {
    const [map = '', ...keys] = list(argument).map((key) => text(resolve(key)));
    return keys.reduce<Json>(
      (at, key) => (at as Record<string, Json> | null)?.[key] ?? null,
      scope.mapping[map] ?? null,
    );
  },
  'Fn::ImportValue': (argument, scope, resolve) => scope.exported(text(resolve(argument))),
  'Fn::GetStackOutput': (argument, scope, resolve) => {
    const { StackName, OutputName } = argument as Record<string, Json>;
    return scope.outputOf(text(resolve(StackName ?? '')), text(resolve(OutputName ?? '')));
  },
  'Fn::Base64': (argument, _, resolve) => Buffer.from(text(resolve(argument))).toString('base64'),
  'Fn::GetAZs': (_, scope) => ['a', 'b', 'c'].map((zone) => `${text(scope.ref('AWS::Region'))}${zone}`),
  'Fn::ToJsonString': (argument, _, resolve) => JSON.stringify(resolve(argument)),
  'Fn::Length': (argument, _, resolve) => list(resolve(argument)).length,
};

function list(value: Json | undefined): Json[] {
  if (!Array.isArray(value)) throw new Error(`an intrinsic wants a list, not ${JSON.stringify(value)}`);
  return value;
}

function text(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error(`an intrinsic wants a text, not ${JSON.stringify(value)}`);
}
