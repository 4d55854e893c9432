import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import type { Json } from '../services/service.ts';

export interface TemplateResource {
  Type: string;
  Properties: Record<string, Json>;
  Condition?: string | undefined;
}

export interface StackTemplate {
  name: string;
  parameters: Record<string, Json>;
  mappings: Record<string, Json>;
  conditions: Record<string, Json>;
  resources: Record<string, TemplateResource>;
  outputs: Record<string, { value: Json; exportName: Json | undefined }>;
}

export interface Assembly {
  /** In deployment order: a stack stands after all it depends on. */
  stacks: StackTemplate[];
  /** Asset object key (`<hash>.zip`) -> the absolute path of the folder or file it is made of. */
  assets: Map<string, string>;
}

const manifestSchema = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      dependencies: z.array(z.string()).default([]),
      properties: z
        .object({
          templateFile: z.string().optional(),
          stackName: z.string().optional(),
          directoryName: z.string().optional(),
          file: z.string().optional(),
        })
        .default({}),
    }),
  ),
});

const json = z.json() as z.ZodType<Json>;
const templateSchema = z.object({
  Parameters: z.record(z.string(), z.object({ Default: json.optional() })).default({}),
  Mappings: z.record(z.string(), json).default({}),
  Conditions: z.record(z.string(), json).default({}),
  Resources: z
    .record(
      z.string(),
      z.object({
        Type: z.string(),
        Properties: z.record(z.string(), json).default({}),
        Condition: z.string().optional(),
      }),
    )
    .default({}),
  Outputs: z
    .record(z.string(), z.object({ Value: json, Export: z.object({ Name: json }).optional() }))
    .default({}),
});

const assetsSchema = z.object({
  files: z
    .record(
      z.string(),
      z.object({
        source: z.object({ path: z.string().optional() }),
        destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
      }),
    )
    .default({}),
});

/**
 * Reads a synthesized cloud assembly (`cdk.out`), nested assemblies (CDK stages) included. `rewrite` is applied to the
 * text of each template first. Throws when the folder holds no assembly.
 */
export function readAssembly(folder: string, rewrite: (text: string) => string = (text) => text): Assembly {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) throw new Error(`${folder} holds no cloud assembly (manifest.json is missing)`);
  const { artifacts } = manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const stacks: StackTemplate[] = [];
  const assets = new Map<string, string>();
  for (const id of inOrder(artifacts)) {
    const { type, properties } = artifacts[id]!;
    if (type === 'cdk:cloud-assembly' && properties.directoryName !== undefined) {
      const nested = readAssembly(join(folder, properties.directoryName), rewrite);
      stacks.push(...nested.stacks);
      for (const [key, source] of nested.assets) assets.set(key, source);
    }
    if (type === 'cdk:asset-manifest' && properties.file !== undefined)
      readAssets(folder, properties.file, assets);
    if (type === 'aws:cloudformation:stack' && properties.templateFile !== undefined) {
      const text = rewrite(readFileSync(join(folder, properties.templateFile), 'utf8'));
      stacks.push(readTemplate(properties.stackName ?? id, text));
    }
  }
  return { stacks, assets };
}

function readTemplate(name: string, text: string): StackTemplate {
  const template = templateSchema.parse(JSON.parse(text));
  return {
    name,
    parameters: Object.fromEntries(
      Object.entries(template.Parameters).map(([parameter, { Default }]) => [parameter, Default ?? '']),
    ),
    mappings: template.Mappings,
    conditions: template.Conditions,
    resources: template.Resources,
    outputs: Object.fromEntries(
      Object.entries(template.Outputs).map(([id, { Value, Export }]) => [
        id,
        { value: Value, exportName: Export?.Name },
      ]),
    ),
  };
}

function readAssets(folder: string, file: string, into: Map<string, string>): void {
  const { files } = assetsSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
  for (const { source, destinations } of Object.values(files)) {
    for (const { objectKey } of Object.values(destinations)) {
      if (source.path !== undefined) into.set(objectKey, resolve(folder, source.path));
    }
  }
}

/** Depth first by dependencies; what is named and not there (assets of another assembly) is left out. */
function inOrder(artifacts: Record<string, { dependencies: string[] }>): string[] {
  const ordered = new Set<string>();
  const visit = (id: string): void => {
    if (ordered.has(id) || artifacts[id] === undefined) return;
    for (const dependency of artifacts[id].dependencies) visit(dependency);
    ordered.add(id);
  };
  for (const id of Object.keys(artifacts)) visit(id);
  return [...ordered];
}
