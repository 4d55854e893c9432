import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type BuildOptions } from 'esbuild';
import { functionEntries, type FunctionEntry } from './function-entries.ts';
import { writeOpenApi } from './openapi.ts';
import { buildIsStale } from './stale.ts';

/** CommonJS left inside ESM bundles (parts of the SDK) calls `require`. */
const requireBanner =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);";

/** One esbuild call for every function: a call per function costs ten times as much. */
export function bundleOptions(root: string, entries: readonly FunctionEntry[]): BuildOptions {
  return {
    absWorkingDir: root,
    entryPoints: Object.fromEntries(entries.map(({ name, source }) => [`${name}/index`, source])),
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    // Error names are codes (Step Functions retries by them), so classes keep their names through minification.
    keepNames: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    // The SDK's CommonJS build is what `main` alone would pick: a third larger.
    mainFields: ['module', 'main'],
    banner: { js: requireBanner },
    loader: { '.wasm': 'binary' },
    sourcemap: 'external',
    legalComments: 'none',
    logLevel: 'warning',
    write: false,
  };
}

/** The build's own, beside the bundles. */
const kept = new Set(['.maps', '.built']);

export interface BuiltFunction {
  name: string;
  bytes: number;
  gzipBytes: number;
}

/** Bundles into `dist/<name>/index.mjs`; source maps go to `dist/.maps/`, outside what is deployed. Bundles of functions that are gone are removed. */
export async function buildFunctions(root: string): Promise<BuiltFunction[]> {
  const dist = join(root, 'dist');
  const entries = functionEntries(root);
  const maps = join(dist, '.maps');
  mkdirSync(maps, { recursive: true });
  const names = new Set(entries.map(({ name }) => name));
  for (const folder of readdirSync(dist))
    if (!kept.has(folder) && !names.has(folder)) remove(join(dist, folder));
  for (const map of readdirSync(maps))
    if (map.endsWith('.mjs.map') && !names.has(map.slice(0, -'.mjs.map'.length))) remove(join(maps, map));
  const partial = join(maps, `.partial-${process.pid}`);
  const write = (path: string, contents: Uint8Array) => writeWhole(path, contents, partial);
  const built: BuiltFunction[] = [];
  if (entries.length > 0) {
    const { outputFiles = [] } = await build(bundleOptions(root, entries));
    for (const { path, contents } of outputFiles) {
      const inside = relative(dist, path).split(sep).join('/');
      if (inside.endsWith('.map')) write(join(maps, inside.replace('/index.mjs.map', '.mjs.map')), contents);
      else {
        write(path, contents);
        built.push({ name: dirname(inside), bytes: contents.length, gzipBytes: gzipSync(contents).length });
      }
    }
  }
  if (names.has('operations-api')) await writeOpenApi(root);
  writeFileSync(join(dist, '.built'), `${[...names].join('\n')}\n`);
  return built.sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Another build may be removing or writing the same folder: what it leaves there is removed the next time. */
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOTEMPTY')) throw error;
  }
}

/** By way of `partial`, so that another build or a reader finds the file whole. */
function writeWhole(path: string, contents: Uint8Array, partial: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(partial, contents);
  renameSync(partial, path);
}

async function main(): Promise<void> {
  const root = resolve(import.meta.dirname, '..');
  if (process.argv.includes('--if-stale') && !buildIsStale(root)) {
    console.log('functions are up to date');
    return;
  }
  const startedAt = performance.now();
  const built = await buildFunctions(root);
  for (const { name, bytes, gzipBytes } of built) {
    console.log(`${name.padEnd(48)} ${kilobytes(bytes)} kB  ${kilobytes(gzipBytes)} kB gzip`);
  }
  console.log(`${built.length} functions in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
}

function kilobytes(bytes: number): string {
  return String(Math.round(bytes / 1024)).padStart(6);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // esbuild has printed each error with its place by then.
  await main().catch((error: Error) => {
    console.error(error.message.split('\n')[0]);
    process.exitCode = 1;
  });
}
