import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildFunctions } from '../../tools/build.ts';
import { buildIsStale } from '../../tools/stale.ts';
import { functionEntries } from '../../tools/function-entries.ts';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'keyturn-build-'))));
afterEach(() => rmSync(root, { recursive: true }));

const source = 'export const handler = async (): Promise<string> => "done";\n';

function write(path: string, text = source): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

describe('the functions of the source tree', () => {
  it('are the API functions and the handlers whose prefix is a trigger of its own', () => {
    for (const path of [
      'lambdas/loans/api.ts',
      'lambdas/loans/handlers/task-open-needs.ts',
      'lambdas/loans/handlers/on-stage-left.ts',
      'lambdas/loans/handlers/get-loan.ts',
      'lambdas/audit/handlers/nightly-sign-roots.ts',
      'lambdas/shared/api.ts',
    ]) {
      write(path);
    }
    expect(functionEntries(root)).toEqual([
      { name: 'audit-nightly-sign-roots', source: 'lambdas/audit/handlers/nightly-sign-roots.ts' },
      { name: 'loans-api', source: 'lambdas/loans/api.ts' },
      { name: 'loans-on-stage-left', source: 'lambdas/loans/handlers/on-stage-left.ts' },
      { name: 'loans-task-open-needs', source: 'lambdas/loans/handlers/task-open-needs.ts' },
    ]);
  });

  it('are none where there is no source', () => {
    expect(functionEntries(root)).toEqual([]);
  });
});

describe('a build', () => {
  it('writes one module per function, its map elsewhere, and the same bytes each time', async () => {
    write('lambdas/loans/api.ts');
    expect(await buildFunctions(root)).toMatchObject([{ name: 'loans-api' }]);
    const first = readFileSync(join(root, 'dist/loans-api/index.mjs'), 'utf8');
    expect(readdirSync(join(root, 'dist/loans-api'))).toEqual(['index.mjs']);
    expect(readdirSync(join(root, 'dist/.maps'))).toEqual(['loans-api.mjs.map']);
    await buildFunctions(root);
    expect(readFileSync(join(root, 'dist/loans-api/index.mjs'), 'utf8')).toBe(first);
    const { handler } = (await import(join(root, 'dist/loans-api/index.mjs'))) as {
      handler: () => Promise<string>;
    };
    expect(await handler()).toBe('done');
  });

  it('removes the bundle of a function that is gone', async () => {
    write('lambdas/loans/api.ts');
    write('lambdas/crm/api.ts');
    await buildFunctions(root);
    rmSync(join(root, 'lambdas/crm'), { recursive: true });
    await buildFunctions(root);
    expect(readdirSync(join(root, 'dist/.maps'))).toEqual(['loans-api.mjs.map']);
    expect(readdirSync(join(root, 'dist')).filter((name) => !name.startsWith('.'))).toEqual(['loans-api']);
  });

  it('takes nothing away that another at the same time needs: bundles, maps and the stamp', async () => {
    write('lambdas/loans/api.ts');
    await buildFunctions(root);
    const whole = ['.built', '.maps', '.maps/loans-api.mjs.map', 'loans-api', 'loans-api/index.mjs'];
    const files = () => readdirSync(join(root, 'dist'), { recursive: true }).map(String).toSorted();
    write('dist/gone/index.mjs');
    const builds = [buildFunctions(root), buildFunctions(root)];
    expect(files()).toEqual(whole);
    await Promise.all(builds);
    expect(files()).toEqual(whole);
  });

  it('is stale when there was none, when a source is newer and when a function came', async () => {
    write('lambdas/loans/api.ts');
    expect(buildIsStale(root)).toBe(true);
    await buildFunctions(root);
    expect(buildIsStale(root)).toBe(false);
    const later = new Date(Date.now() + 5000);
    utimesSync(join(root, 'lambdas/loans/api.ts'), later, later);
    expect(buildIsStale(root)).toBe(true);
    await buildFunctions(root);
    write('lambdas/crm/api.ts');
    expect(buildIsStale(root)).toBe(true);
  });
});
