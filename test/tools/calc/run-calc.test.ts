import { describe, expect, it } from 'vitest';
import { spawnSync } from 'node:child_process';
import { calculate, exampleOf, listEngines, optionRefused } from '../../../tools/calc/run-calc.ts';
import { engines } from '../../../tools/calc/engines.ts';

interface Listed {
  engine: string;
  inputSchema: { type?: string; anyOf?: unknown; oneOf?: unknown };
  example: unknown;
}

describe('the calculator', () => {
  const listed = JSON.parse(listEngines().stdout) as Listed[];

  it('lists every engine once, with the schema of its input and an example', () => {
    expect(new Set(listed.map(({ engine }) => engine)).size).toBe(engines.length);
    for (const { inputSchema } of listed)
      expect(
        inputSchema.type === 'object' || inputSchema.anyOf !== undefined || inputSchema.oneOf !== undefined,
      ).toBe(true);
  });

  it.each(listed.map(({ engine, example }) => [engine, example] as const))(
    'answers the example of %s with JSON, and derives it line by line',
    (engine, example) => {
      const plain = calculate(engine, JSON.stringify(example), false);
      expect(plain).toMatchObject({ exitCode: 0, stderr: '' });
      expect(JSON.parse(plain.stdout)).toBeTruthy();
      const explained = calculate(engine, JSON.stringify(example), true);
      expect(explained.stdout.startsWith(plain.stdout)).toBe(true);
      const lines = explained.stdout.slice(plain.stdout.length).trim().split('\n');
      expect(lines.some((line) => /\((?:.*\d.*|calendar days)\)/.test(line))).toBe(true);
    },
  );

  it.each(listed.map(({ engine }) => engine))('refuses an unknown field of %s with exit code 2', (engine) => {
    expect(calculate(engine, '{"surely":"unknown"}', false)).toMatchObject({ exitCode: 2, stdout: '' });
  });

  it('names the field and the rule of bad input', () => {
    const input = JSON.stringify({ applicationOn: 'June 1', loanEstimate: { sentBy: 'mail' } });
    const { exitCode, stderr } = calculate('trid-clocks', input, false);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('applicationOn: ');
    expect(stderr).toContain('loanEstimate.method: ');
    expect(stderr).toContain('loanEstimate.sentBy: not a field of this input');
  });

  it('names the code of an engine that refuses', () => {
    const limits = calculate('conforming-limits', '{"on":"1999-01-01","units":1}', false);
    expect(limits).toMatchObject({ exitCode: 2, stdout: '' });
    expect(limits.stderr).toContain('LimitsNotKnown');
  });

  it.each(['', 'not json', '[', 'null'])('refuses %j', (text) => {
    expect(calculate('apr', text, false)).toMatchObject({ exitCode: 2, stdout: '' });
  });

  it('names the engines there are when asked for another', () => {
    expect(calculate('astrology', '{}', false).stderr).toContain('amortization, apr');
  });
});

it('shows one engine by its name, and an example that it answers', () => {
  const [only, ...more] = JSON.parse(listEngines('apr').stdout) as Listed[];
  expect([only?.engine, more]).toEqual(['apr', []]);
  expect(calculate('apr', exampleOf('apr').stdout, false).exitCode).toBe(0);
});

it.each([listEngines, exampleOf])('names the engines there are when asked for another: %o', (show) => {
  expect(show('nope')).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('no engine nope; there are: amortization'),
  });
});

it('refuses an option that there is not, and a value where none is taken', () => {
  expect(optionRefused({ explain: true, list: true })).toBeUndefined();
  expect(optionRefused({ exlain: true })).toMatchObject({
    exitCode: 2,
    stderr: expect.stringMatching(/^--exlain: not an option\nusage: /),
  });
  expect(optionRefused({ explain: 'yes' })?.stderr).toMatch(/^--explain: takes no value/);
});

it('ends without a fault when its reader has gone', () => {
  const script = `${process.execPath} tools/calc.ts --list 2>&1 >&3 | cat`;
  const said = spawnSync('bash', ['-c', `{ ${script}; } 3> >(head -c 1 > /dev/null)`], { encoding: 'utf8' });
  expect(said.stdout).toBe('');
});
