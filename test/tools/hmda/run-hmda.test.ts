import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { tmpdir } from 'node:os';
import { fileOf } from '../../lambdas/rules/hmda/edits/register-files.ts';
import { PatientWriter } from '../../../tools/patient-writer.ts';
import { readLines } from '../../../tools/hmda/read-lines.ts';
import { registerLines, writeRegister } from '../../../bench/engines/hmda-register.ts';
import { runHmda } from '../../../tools/hmda/run-hmda.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hmda-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, text: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

function run(file: string, values: Record<string, string | boolean> = {}, verb = 'check') {
  const said = { out: '', error: '' };
  const exitCode = runHmda(
    { positionals: [verb, file], values },
    {
      out: (text) => {
        said.out += text;
      },
      error: (text) => {
        said.error += text;
      },
    },
  );
  return { exitCode, ...said };
}

const clean = () => written('clean.txt', `${fileOf([{}]).join('\r\n')}\r\n`);
const tripped = () =>
  written('tripped.txt', `${fileOf([{}, { preapproval: '3' }, { lienStatus: '9' }]).join('\n')}\n`);

describe('npm run hmda -- check', () => {
  it('ends with 0 and no edits for a clean file with CRLF', () => {
    expect(run(clean())).toMatchObject({ exitCode: 0, error: '' });
  });

  it('ends with 1 and shows each edit with its kind, count, words and lines', () => {
    const { exitCode, out } = run(tripped());
    expect(exitCode).toBe(1);
    expect(out).toMatch(/Register of 2025, annual: 3 rows/);
    expect(out).toMatch(/V613-1 +validity +1 x +Preapproval must equal 1 or 2[^\n]*\n +lines 3\n/);
    expect(out).toMatch(/not run: V625-2, which needs tracts/);
  });

  it('writes one JSON document: the findings of each line, then the summary with the guide’s words', () => {
    const { out } = run(tripped(), { json: true });
    const { findings, summary } = JSON.parse(out) as {
      findings: { line: number; edits: string[] }[];
      summary: { rows: number; edits: { id: string; text: string; count: number }[] };
    };
    expect(findings.map(({ line }) => line)).toEqual([3, 4]);
    expect(summary.rows).toBe(3);
    expect(summary.edits.find(({ id }) => id === 'V613-1')).toMatchObject({
      count: 1,
      text: 'Preapproval must equal 1 or 2, and cannot be left blank.',
    });
    expect(JSON.parse(run(clean(), { json: true }).out)).toMatchObject({ findings: [] });
  });

  it('ends with 2 and names the line and the field of a value that cannot be read', () => {
    const { exitCode, out } = run(written('bad.txt', fileOf([{ loanType: 'one' }]).join('\n')));
    expect(exitCode).toBe(2);
    expect(out).toMatch(/line 2, field 5 Loan Type: must be a number of the code list/);
  });

  it.each([
    ['Latin-1 bytes', '5 Calle Ni\u00F1o', 'latin1' as const],
    ['a NUL character', '5 Calle\0', 'utf8' as const],
  ])('ends with 2 and names the line and the field of a text with %s', (_what, streetAddress, encoding) => {
    const lines = fileOf([{}, { streetAddress }]).join('\n');
    const { exitCode, out } = run(written('no-text.txt', Buffer.from(lines, encoding)));
    expect(exitCode).toBe(2);
    expect(out).toMatch(/line 3, field 13 Street Address: must be UTF-8 text/);
  });

  it('reads the letters and tabs of a text as they are', () => {
    const lines = fileOf([{ streetAddress: '5 Calle\tNi\u00F1o' }]).join('\n');
    expect(run(written('text.txt', lines)).exitCode).toBe(run(clean()).exitCode);
  });

  it.each([
    ['a UTF-16 file', () => run(written('utf16.txt', Buffer.from('2|x|2024', 'utf16le'))), /not UTF-8 text/],
    ['a file that is not there', () => run(path.join(folder, 'none.txt')), /no such file/],
    ['an empty file', () => run(written('empty.txt', '')), /line 1: a transmittal sheet has 15 fields/],
    [
      'a year that is not held',
      () => run(written('old.txt', fileOf([{}], { calendarYear: '2019' }).join('\n'))),
      /line 1, Calendar Year/,
    ],
    [
      'an endless line',
      () => run(written('endless.txt', `${fileOf([{}]).join('\n')}\n${'x'.repeat(1_300_000)}`)),
      /^line 3 has more than/,
    ],
    [
      'reference data without a file',
      () => run(clean(), { reference: true }),
      /--reference: the name of a file/,
    ],
    ['a value where none is taken', () => run(clean(), { json: 'yes' }), /--json: takes no value/],
    ['another year asked', () => run(clean(), { year: '2019' }), /--year: one of 2024, 2025, 2026/],
    ['another quarter asked', () => run(clean(), { quarter: '5' }), /--quarter/],
    ['an option that is none', () => run(clean(), { color: true }), /--color: not an option/],
    ['another verb', () => run(clean(), {}, 'bless'), /usage/],
    [
      'reference data that are none',
      () => run(clean(), { reference: written('reference.json', '{"tracts":["1"]}') }),
      /tracts\.0: /,
    ],
  ])('ends with 2 and says why: %s', (_name, attempt, message) => {
    const { exitCode, error } = attempt();
    expect([exitCode, error]).toEqual([2, expect.stringMatching(message)]);
  });

  it('answers the edits that need reference data when it is given', () => {
    const reference = written('tracts.json', '{"tracts":["39049000199"]}');
    expect(run(clean(), { reference }).out).toMatch(/V625-2 +validity +1 x/);
  });

  it('reads a file of many chunks line by line as it was written', () => {
    const file = path.join(folder, 'many.txt');
    writeRegister(file, 1_000);
    expect([...readLines(file)]).toEqual([...registerLines(1_000)]);
  });

  it('finds no syntactical or validity edit in the register that the bench writes', () => {
    const file = path.join(folder, 'bench.txt');
    writeRegister(file, 200);
    expect(run(file).out).not.toMatch(/\n[SV]\d/);
  });

  it('writes a long report whole and in order, in batches', () => {
    const file = path.join(folder, 'report.txt');
    const handle = openSync(file, 'w');
    const writer = new PatientWriter(handle);
    const parts = Array.from({ length: 20_000 }, (_, index) => `finding ${index} é\n`);
    for (const part of parts) writer.write(part);
    writer.flush();
    closeSync(handle);
    expect(readFileSync(file, 'utf8')).toBe(parts.join(''));
  });
});
