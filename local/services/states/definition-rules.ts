import jsonata from 'jsonata';
import type { Json } from '../service.ts';
import { regionsOf, targetsOf, type Region, type State } from './asl.ts';
import { expressionIn } from './expressions.ts';
import { parseResource } from './resource.ts';

/** Rules of the states language that a schema cannot say; each defect is one line that names its state. */
export function definitionDefects(machine: Region): string[] {
  const defects: string[] = [];
  const names = new Set<string>();
  inspectRegion(machine, 'the machine', new Set(), names, defects);
  return defects;
}

function inspectRegion(
  region: Region,
  where: string,
  outer: Set<string>,
  names: Set<string>,
  defects: string[],
): void {
  if (!Object.hasOwn(region.States, region.StartAt))
    defects.push(`MISSING_TRANSITION_TARGET: StartAt '${region.StartAt}' of ${where} does not exist`);
  for (const lost of unreachable(region))
    defects.push(`MISSING_TRANSITION: state '${lost}' is not reachable`);
  const own = new Set(Object.values(region.States).flatMap(assignedIn));
  for (const name of own)
    if (outer.has(name)) defects.push(`variable '${name}' of ${where} is already one of an outer scope`);
  for (const [name, state] of Object.entries(region.States)) {
    if (names.has(name)) defects.push(`state name '${name}' is used twice`);
    names.add(name);
    for (const target of targetsOf(state))
      if (!Object.hasOwn(region.States, target))
        defects.push(`MISSING_TRANSITION_TARGET: '${name}' leads to '${target}', which does not exist there`);
    defects.push(...stateDefects(state).map((defect) => `'${name}': ${defect}`));
    for (const inner of regionsOf(state))
      inspectRegion(inner, `'${name}'`, new Set([...outer, ...own]), names, defects);
  }
}

function unreachable(region: Region): string[] {
  const seen = new Set<string>();
  const open = [region.StartAt];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const state = Object.hasOwn(region.States, name) ? region.States[name] : undefined;
    if (state === undefined || seen.has(name)) continue;
    seen.add(name);
    open.push(...targetsOf(state));
  }
  return Object.keys(region.States).filter((name) => !seen.has(name));
}

function assignedIn(state: State): string[] {
  const writers: { Assign?: Record<string, Json> }[] = [state as { Assign?: Record<string, Json> }];
  if (state.Type === 'Choice') writers.push(...state.Choices);
  if ('Catch' in state) writers.push(...(state.Catch ?? []));
  return writers.flatMap(({ Assign }) => Object.keys(Assign ?? {}));
}

function stateDefects(state: State): string[] {
  const defects = expressionDefects(withoutRegions(state));
  if (assignedIn(state).includes('states')) defects.push("'states' is a reserved variable");
  if ('Next' in state || 'End' in state) {
    if ('Next' in state === (state.End === true)) defects.push('needs either Next or End');
  } else if (!['Choice', 'Succeed', 'Fail'].includes(state.Type)) defects.push('needs either Next or End');
  if (state.Type === 'Wait' && (state.Seconds === undefined) === (state.Timestamp === undefined))
    defects.push('needs exactly one of Seconds and Timestamp');
  if ('Retry' in state) defects.push(...wildcardDefects('Retry', state.Retry));
  if ('Catch' in state) defects.push(...wildcardDefects('Catch', state.Catch));
  if (state.Type === 'Task')
    defects.push(...taskDefects(state.Resource, JSON.stringify(state.Arguments ?? null)));
  return defects;
}

function taskDefects(text: string, args: string): string[] {
  try {
    const { pattern } = parseResource(text);
    const usesToken = args.includes('$states.context.Task.Token');
    if (pattern === 'token' && !usesToken) return ['waits for a task token that its Arguments never pass on'];
    return pattern !== 'token' && usesToken ? ['passes a task token that it does not wait for'] : [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

function wildcardDefects(field: string, rules: { ErrorEquals: string[] }[] = []): string[] {
  return rules.flatMap(({ ErrorEquals }, index) => {
    if (!ErrorEquals.includes('States.ALL')) return [];
    const stands = ErrorEquals.length === 1 && index === rules.length - 1;
    return stands ? [] : [`States.ALL must stand alone and in the last ${field}`];
  });
}

function withoutRegions(state: State): Json {
  const {
    Branches: _branches,
    ItemProcessor: _processor,
    ...rest
  } = state as State & Record<string, unknown>;
  return rest as Json;
}

function expressionDefects(value: Json): string[] {
  if (typeof value === 'string') {
    const source = expressionIn(value);
    return source === undefined ? [] : syntaxDefects(source);
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(expressionDefects);
}

/** Step Functions gives expressions no context of their own: they begin with a variable. */
function syntaxDefects(source: string): string[] {
  try {
    const { type, steps } = jsonata(source).ast() as { type: string; steps?: { type: string }[] };
    const first = type === 'path' ? steps?.[0] : undefined;
    return first?.type === 'name'
      ? [`'${source}' begins with a field name; qualify it with $states or a variable`]
      : [];
  } catch (error) {
    const { message } = error as { message: string };
    return [`'${source}' is not a JSONata expression: ${message}`];
  }
}
