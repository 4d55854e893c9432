import * as z from 'zod';
import { AwsError } from '../service.ts';
import { regionsOf, type Machine, type Region, type State } from './asl.ts';
import { definitionDefects } from './definition-rules.ts';
import { machineShape } from './definition-shape.ts';
import { parseResource, type Resource } from './resource.ts';

/** A definition ready to run: names are unique in the whole machine, so one map finds any state. */
export interface Definition {
  machine: Machine;
  states: ReadonlyMap<string, State>;
  resources: ReadonlyMap<string, Resource>;
}

/** A check beside our own (the shell gives asl-validator); answers one line for each defect. */
export type DefinitionCheck = (definition: unknown) => string[];

/** Refuses with `InvalidDefinition` what AWS would refuse at creation, and what is not emulated. */
export function parseDefinition(text: string, check?: DefinitionCheck): Definition {
  const shape = machineShape.safeParse(withLanguage(readJson(text)));
  if (!shape.success) throw invalidDefinition([z.prettifyError(shape.error)]);
  const machine = shape.data as Machine;
  const defects = definitionDefects(machine);
  if (defects.length === 0 && check !== undefined) defects.push(...check(readJson(text)));
  if (defects.length > 0) throw invalidDefinition(defects);
  return indexDefinition(machine);
}

/** Of a text that was accepted before. */
export function readDefinition(text: string): Definition {
  return indexDefinition(JSON.parse(text) as Machine);
}

function indexDefinition(machine: Machine): Definition {
  const states = new Map<string, State>();
  const resources = new Map<string, Resource>();
  const visit = (region: Region): void => {
    for (const [name, state] of Object.entries(region.States)) {
      states.set(name, state);
      if (state.Type === 'Task') resources.set(name, parseResource(state.Resource));
      for (const inner of regionsOf(state)) visit(inner);
    }
  };
  visit(machine);
  return { machine, states, resources };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidDefinition(['the definition is not JSON']);
  }
}

/** A machine may leave the dialect to its states; then every state of the top level must name JSONata. */
function withLanguage(definition: unknown): unknown {
  if (typeof definition !== 'object' || definition === null || 'QueryLanguage' in definition)
    return definition;
  const { States } = definition as { States?: Record<string, { QueryLanguage?: string }> };
  const isJsonata = Object.values(States ?? {}).every((state) => state?.QueryLanguage === 'JSONata');
  return isJsonata
    ? { ...definition, QueryLanguage: 'JSONata' }
    : { ...definition, QueryLanguage: 'JSONPath' };
}

function invalidDefinition(defects: string[]): AwsError {
  return new AwsError('InvalidDefinition', `Invalid State Machine Definition: '${defects.join('; ')}'`);
}
