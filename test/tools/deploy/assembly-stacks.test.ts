import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeSetName, chosenStacks, stacksInOrder } from '../../../tools/deploy/assembly-stacks.ts';

let assembly: string;
beforeEach(() => {
  assembly = mkdtempSync(join(tmpdir(), 'keyturn-stacks-'));
  const stack = (...dependencies: string[]) => ({ type: 'aws:cloudformation:stack', dependencies });
  const artifacts = {
    'keyturn-dev-api': stack('keyturn-dev-loans', 'keyturn-dev-api.assets'),
    'keyturn-dev-api.assets': { type: 'cdk:asset-manifest' },
    'keyturn-dev-loans': stack('keyturn-dev-data'),
    'keyturn-dev-data': stack(),
  };
  writeFileSync(join(assembly, 'manifest.json'), JSON.stringify({ artifacts }));
  template('data', '{"a":1}');
  template('loans', '{"b":1}');
});
afterEach(() => rmSync(assembly, { recursive: true }));

const template = (name: string, text: string) =>
  writeFileSync(join(assembly, `keyturn-dev-${name}.template.json`), text);
const names = ['keyturn-dev-data', 'keyturn-dev-loans', 'keyturn-dev-api'];

describe('the stacks of an assembly', () => {
  it('stand after those they need', () => {
    expect(stacksInOrder(assembly)).toEqual(names);
  });

  it('are all of them, or the ones asked for, in the same order', () => {
    expect(chosenStacks(names, 'dev', [])).toEqual(names);
    expect(chosenStacks(names, 'dev', ['api', 'data'])).toEqual(['keyturn-dev-data', 'keyturn-dev-api']);
  });

  it('that are not there are named, with those that are', () => {
    expect(() => chosenStacks(names, 'dev', ['data', 'moon'])).toThrow(
      'No such stack: moon. Stacks: data, loans, api.',
    );
  });

  it('have a change set named by their content: another content is another name', () => {
    const two = ['keyturn-dev-data', 'keyturn-dev-loans'];
    const first = changeSetName(assembly, two);
    expect(first).toMatch(/^keyturn-[0-9a-f]{12}$/);
    expect(changeSetName(assembly, two)).toBe(first);
    template('loans', '{"b":2}');
    expect(changeSetName(assembly, two)).not.toBe(first);
  });
});
