import type { Json } from '../service.ts';
import { jsonPath } from './json-path.ts';

export interface InputShape {
  Input?: string | undefined;
  InputPath?: string | undefined;
  InputTransformer?:
    | { InputPathsMap?: Record<string, string> | undefined; InputTemplate: string }
    | undefined;
}

export interface RuleFacts {
  arn: string;
  name: string;
  ingestedAt: string;
}

/** What the target gets of the event. A template's result that is not JSON is given as text. */
export function targetInput(shape: InputShape, event: Json, rule: RuleFacts): Json {
  if (shape.Input !== undefined) return asJson(shape.Input);
  if (shape.InputPath !== undefined && shape.InputPath !== '') return jsonPath(shape.InputPath, event) ?? {};
  if (shape.InputTransformer === undefined) return event;
  const { InputPathsMap = {}, InputTemplate } = shape.InputTransformer;
  const values = new Map<string, Json | undefined>([
    ['aws.events.rule-arn', rule.arn],
    ['aws.events.rule-name', rule.name],
    ['aws.events.event.ingestion-time', rule.ingestedAt],
    ['aws.events.event', withoutDetail(event)],
    ['aws.events.event.json', event],
  ]);
  for (const [name, path] of Object.entries(InputPathsMap)) values.set(name, jsonPath(path, event));
  return asJson(rendered(InputTemplate, values));
}

/** Inside quotes a value becomes text; outside it becomes JSON, so that strings get their quotes (input transformation guide). */
function rendered(template: string, values: ReadonlyMap<string, Json | undefined>): string {
  let quoted = false;
  return template.replace(/\\.|"|<([A-Za-z0-9_.-]+)>/g, (part, name: string | undefined) => {
    if (part === '"') quoted = !quoted;
    if (name === undefined || !values.has(name)) return part;
    const value = values.get(name);
    if (!quoted) return JSON.stringify(value ?? null);
    if (value === undefined || value === null) return '';
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return JSON.stringify(text).slice(1, -1);
  });
}

/** `<aws.events.event>` is the event without its detail, as the guide says of it. */
function withoutDetail(event: Json): Json {
  if (event === null || typeof event !== 'object' || Array.isArray(event)) return event;
  const { detail: _detail, ...rest } = event;
  return rest;
}

function asJson(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
