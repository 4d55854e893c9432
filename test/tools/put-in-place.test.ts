import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { putInPlace } from '../../tools/put-in-place.ts';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'keyturn-place-'))));
afterEach(() => rmSync(root, { recursive: true }));

const put = (name: string, target = join(root, 'out', 'local')) =>
  putInPlace(target, async (folder) => {
    for (const file of ['one', name]) writeFileSync(join(folder, file), name);
  });

describe('a folder put in place', () => {
  it('replaces the one before, whole, and leaves nothing beside it', async () => {
    await put('first');
    await put('second');
    expect(readdirSync(join(root, 'out', 'local')).toSorted()).toEqual(['one', 'second']);
    expect(readdirSync(join(root, 'out'))).toEqual(['local']);
  });

  it('is one of those that came at once, never a mixture', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `writer-${index}`);
    await Promise.all(names.map((name) => put(name)));
    const last = readFileSync(join(root, 'out', 'local', 'one'), 'utf8');
    expect(names).toContain(last);
    expect(readdirSync(join(root, 'out', 'local')).toSorted()).toEqual(['one', last].toSorted());
    expect(readdirSync(join(root, 'out'))).toEqual(['local']);
  });

  it('stays as it was when the next one fails', async () => {
    await put('first');
    const failing = putInPlace(join(root, 'out', 'local'), () => Promise.reject(new Error('a broken rule')));
    await expect(failing).rejects.toThrow('a broken rule');
    expect(readFileSync(join(root, 'out', 'local', 'one'), 'utf8')).toBe('first');
    expect(readdirSync(join(root, 'out'))).toEqual(['local']);
  });
});
