import { describe, expect, it } from 'vitest';
import { pathValues } from '../../lambdas/rules/mismo/path-values.ts';
import { runMismo } from '../../../tools/mismo/run-mismo.ts';
import { sampleApplication, sampleWith } from '../../lambdas/rules/mismo/sample-application.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));
const run = (command: string, text: string, reveal = false) => runMismo(command, bytes(text), reveal);

describe('npm run mismo', () => {
  it('imports to JSON with sealed values masked, wherever they stand', () => {
    const xml = sampleWith(
      '<ASSET_HOLDER>',
      '<OWNER_SSN>900-00-0007</OWNER_SSN><NOTE TaxpayerIdentifierValue="900000008">of 900000009</NOTE><!-- 900-00-0010 --><ASSET_HOLDER>',
    ).replace('900000001', '900-00-0001');
    const { stdout, exitCode } = run('import', xml);
    expect(exitCode).toBe(1);
    expect(stdout).not.toMatch(/900-?00|SAMPLE-77|1980/);
    expect(stdout).toContain('Avery');
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'application',
      model: { assets: [{ accountNumber: '***' }] },
    });
  });

  it('reveals when asked, and exports what it revealed to the same file', () => {
    const { stdout, exitCode } = run('import', sampleApplication, true);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('900000001');
    const exported = run('export', stdout);
    expect([exported.exitCode, exported.stderr]).toEqual([0, '']);
    expect(pathValues(exported.stdout)).toEqual(pathValues(sampleApplication));
  });

  it('refuses to export a masked model, and says where', () => {
    const { exitCode, stderr } = run('export', run('import', sampleApplication).stdout);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('model.parties.0.taxpayerIdentifiers.0.value');
    expect(stderr).toContain('model.assets.0.accountNumber');
  });

  it('checks with one line per defect and a sum', () => {
    expect(run('check', sampleApplication)).toEqual({
      exitCode: 0,
      stdout: 'application: 0 errors, 0 warnings\n',
      stderr: '',
    });
    const { exitCode, stdout } = run('check', sampleWith('>CheckingAccount<', '>Chequing<'));
    expect([exitCode, stdout]).toEqual([
      1,
      'error: MESSAGE/DEAL_SETS/DEAL_SET/DEALS/DEAL/ASSETS/ASSET/ASSET_DETAIL/AssetType: unknown-code: is not a code of its list (Chequing)\napplication: 1 errors, 0 warnings\n',
    ]);
  });

  it.each([
    ['check', '<a><b></a>', 'XmlNotWellFormed'],
    ['import', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'XmlDoctypeRefused'],
    ['import', '<loans/>', 'UnknownMessage'],
    ['export', 'not json', 'NotJson'],
    ['export', '{"kind":"closing","model":{"x":1}}', 'model: '],
    [
      'export',
      '{"kind":"closing","model":{"kept":[{"what":"text","at":"A><B","text":"x"}]}}',
      'model.kept.0.at',
    ],
    [
      'export',
      '{"kind":"closing","model":{"kept":[{"what":"xml","at":"A","xml":"<B>"}]}}',
      'XmlNotWellFormed',
    ],
    ['print', sampleApplication, 'usage'],
  ])('%s of %j ends with exit code 2 and a reason', (command, text, reason) => {
    const { exitCode, stderr, stdout } = run(command, text);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(reason);
  });
});
