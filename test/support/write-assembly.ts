import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Json } from '../../local/services/service.ts';

export interface WrittenStack {
  template: { [section: string]: Json };
  dependencies?: string[];
  /** Function assets: object key without `.zip` -> source text of its `index.mjs`. */
  bundles?: Record<string, string>;
  /** File assets: object key -> text. */
  files?: Record<string, string>;
}

/** Writes a small cloud assembly, as `cdk synth` would leave it, and returns its folder. */
export function writeAssembly(stacks: Record<string, WrittenStack>): string {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-assembly-'));
  const artifacts: Record<string, Json> = {};
  for (const [name, { template, dependencies = [], bundles = {}, files = {} }] of Object.entries(stacks)) {
    writeFileSync(join(folder, `${name}.template.json`), JSON.stringify(template));
    writeFileSync(
      join(folder, `${name}.assets.json`),
      JSON.stringify({ files: assetFiles(folder, bundles, files) }),
    );
    artifacts[`${name}.assets`] = { type: 'cdk:asset-manifest', properties: { file: `${name}.assets.json` } };
    artifacts[name] = {
      type: 'aws:cloudformation:stack',
      dependencies: [...dependencies, `${name}.assets`],
      properties: { templateFile: `${name}.template.json`, stackName: name },
    };
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ version: '1', artifacts }));
  return folder;
}

function assetFiles(folder: string, bundles: Record<string, string>, files: Record<string, string>): Json {
  const entries: [string, Json][] = [];
  for (const [key, source] of Object.entries(bundles)) {
    mkdirSync(join(folder, `asset.${key}`));
    writeFileSync(join(folder, `asset.${key}`, 'index.mjs'), source);
    entries.push([
      key,
      { source: { path: `asset.${key}` }, destinations: { a: { objectKey: `${key}.zip` } } },
    ]);
  }
  for (const [key, text] of Object.entries(files)) {
    writeFileSync(join(folder, `asset.${key}`), text);
    entries.push([key, { source: { path: `asset.${key}` }, destinations: { a: { objectKey: key } } }]);
  }
  return Object.fromEntries(entries);
}
