import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundleOptions } from '../tools/build.ts';
import { functionEntries } from '../tools/function-entries.ts';
import { type Figure, median, rounded } from './figure.ts';

const rounds = 5;
/** A bundle larger or slower than this against the bare client carries something that it should not. */
const outOfLine = 2.5;
/** These open PDFs: PDFium's WebAssembly is five sixths of their bundle. */
const openPdfs = new Set([
  'documents-task-inspect-file',
  'documents-task-read-pages',
  'documents-task-start-lending',
]);

/** Size and import time of each function beside the bare SDK client, each import in a new process, all of them once a round. */
export async function measureBundles(root: string): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-bench-'));
  try {
    const bare = await bareBundle(root, folder);
    const files = new Map([
      ['bare SDK client', bare],
      ...functionEntries(root).map(({ name }): [string, string] => [
        name,
        join(root, 'dist', name, 'index.mjs'),
      ]),
    ]);
    const times = new Map([...files.keys()].map((name) => [name, [] as number[]]));
    for (let round = 0; round < rounds; round += 1)
      for (const [name, file] of files) times.get(name)?.push(importMilliseconds(file));
    const baseBytes = statSync(bare).size;
    const baseTime = median(times.get('bare SDK client') ?? []);
    return [...files].flatMap(([name, file]) => {
      const bytes = statSync(file).size;
      const time = median(times.get(name) ?? []);
      const sizeRatio = rounded(bytes / baseBytes, 2);
      const timeRatio = rounded(time / baseTime, 2);
      const note = openPdfs.has(name) ? { note: 'opens PDFs: PDFium' } : {};
      const odd = sizeRatio > outOfLine && !openPdfs.has(name) ? { note: 'OUT OF LINE' } : note;
      return [
        { name: `bundle ${name}`, value: Math.round(bytes / 1024), unit: 'KiB', ratio: sizeRatio, ...odd },
        { name: `import ${name}`, value: rounded(time), unit: 'ms', ratio: timeRatio },
      ];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bareBundle(root: string, folder: string): Promise<string> {
  const { outputFiles = [] } = await build({
    ...bundleOptions(root, [{ name: 'bare', source: 'bench/bare-sdk-client.ts' }]),
    sourcemap: false,
  });
  const file = join(folder, 'index.mjs');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, outputFiles[0]?.contents ?? '');
  return file;
}

const script = `const started = performance.now();
await import(process.argv[1]);
process.stdout.write(String(performance.now() - started));
process.exit(0);`;

/** The time of the import alone, as the process itself sees it; no code is cached from earlier ones. */
function importMilliseconds(file: string): number {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', script, pathToFileURL(file).href],
    {
      encoding: 'utf8',
      env: { PATH: '/usr/bin:/bin', AWS_REGION: 'us-east-1', NODE_DISABLE_COMPILE_CACHE: '1' },
    },
  );
  if (status !== 0) throw new Error(`${file} cannot be imported: ${stderr}`);
  return Number(stdout);
}
