import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { auditApi } from '../lambdas/audit/audit-api.ts';
import { archived, signed } from '../lambdas/audit/archive-days.ts';
import { loanId, subject, testSigner } from '../lambdas/audit/chain.ts';
import { ledgerOf } from '../support/fake-kernel.ts';

const folder = mkdtempSync(join(tmpdir(), 'verify-audit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tool = join(import.meta.dirname, '../../tools/verify-audit.ts');
const run = (...parts: string[]) =>
  promisify(execFile)(process.execPath, [tool, ...parts]).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
  );
const fileOf = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const served = await auditApi(3);
const { get, publicKey, kernel, archive } = served;
const text = JSON.stringify((await get(`/v1/loans/${loanId}/audit/export`)).body);

/** The archive of the same three entries, the last one late, as `aws s3 sync` brings it. */
async function archiveFolder(name: string): Promise<string> {
  const deps = { ...served, clock: kernel.clock };
  const items = ledgerOf(kernel.storage, subject);
  await archived(items.slice(0, 2), 1, deps);
  kernel.clock.advance(3 * 3600_000);
  await signed(deps);
  await archived(items.slice(2, 3), 3, deps);
  await signed(deps);
  const target = join(folder, name);
  for (const [key, content] of archive.objects) {
    mkdirSync(dirname(join(target, key)), { recursive: true });
    writeFileSync(join(target, key), content);
  }
  return target;
}

describe('tools/verify-audit', () => {
  it('ends with 0 when all of it fits, by the published key too', async () => {
    const file = fileOf('good.json', text);
    const own = await run(file);
    expect(own).toMatchObject({ code: 0, stdout: expect.stringContaining('VERIFIED') });
    expect(own.stdout).toContain("by the file's own key");
    expect((await run(file, fileOf('key.pem', publicKey))).code).toBe(0);
  });

  it('ends with 1 when an entry or the signer is another', async () => {
    const changed = await run(fileOf('changed.json', text.replace('LoanChanged', 'LoanChangeX')));
    expect(changed).toMatchObject({ code: 1, stdout: expect.stringContaining('BROKEN at entry 1') });
    expect(await run(fileOf('good.json', text), fileOf('other.pem', testSigner().publicKey))).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('NOT VALID'),
    });
  });

  it.each<[string, string | undefined]>([
    ['nothing', undefined],
    ['no JSON', '{'],
    ['another JSON', '{}'],
    ['an entry with a field too many', text.replace('"entries":[{', '"entries":[{"note":"x",')],
  ])('ends with 2 on %s', async (what, content) => {
    expect((await run(...(content === undefined ? [] : [fileOf(`${what}.json`, content)]))).code).toBe(2);
  });

  it('checks a copy of the archive, roots and addenda, and an export against it', async () => {
    const target = await archiveFolder('archive');
    const key = ['--key', fileOf('key.pem', publicKey)];
    const file = fileOf('export.json', text);
    expect(await run('--archive', target, file, ...key)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/2 signed hours, 1 addenda, 3 entries[^]*3 of 3 entries[^]*VERIFIED/),
    });
    const late = [...archive.objects.keys()].filter((name) => name.startsWith('ledger/')).at(-1) ?? '';
    const content = archive.objects.get(late) ?? '';
    writeFileSync(join(target, late), content.replace('LoanChanged', 'LoanChangeX'));
    expect(await run('--archive', target)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('late-0001.json: what it covers was changed'),
    });
    rmSync(join(target, late));
    expect(await run('--archive', target, file)).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/is missing[^]*NOT UNDER A ROOT: 3[^]*NOT VERIFIED/),
    });
    expect((await run('--archive', join(folder, 'archive', 'roots'))).code).toBe(2);
  });
});
