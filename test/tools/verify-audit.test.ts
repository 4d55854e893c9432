import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { auditApi } from '../lambdas/audit/audit-api.ts';
import { loanId, testSigner } from '../lambdas/audit/chain.ts';

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
const { get, publicKey } = await auditApi(3);
const text = JSON.stringify((await get(`/v1/loans/${loanId}/audit/export`)).body);

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
});
