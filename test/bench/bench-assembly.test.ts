import { existsSync, rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { barePath, benchAssembly } from '../../bench/bench-assembly.ts';
import { readAssembly } from '../../local/assembly/assembly.ts';
import { probeAssembly } from '../support/probe-assembly.ts';

it('adds the bare function and lifts the throttle, and leaves everything else as it was', () => {
  const original = probeAssembly();
  const copy = benchAssembly(original);
  try {
    const before = readAssembly(original);
    const after = readAssembly(copy);
    const [was, is] = [before.stacks[0]?.resources ?? {}, after.stacks[0]?.resources ?? {}];
    expect(Object.keys(is).filter((id) => !(id in was))).toEqual([
      'BareFunction',
      'BareResource',
      'BareMethod',
    ]);
    expect(Object.keys(was).filter((id) => JSON.stringify(was[id]) !== JSON.stringify(is[id]))).toEqual([
      'Stage',
    ]);
    expect(is['BareResource']?.Properties['PathPart']).toBe(barePath.slice(1));
    expect([...after.assets.values()].every((path) => existsSync(path))).toBe(true);
    expect(after.assets.size).toBe(before.assets.size + 1);
  } finally {
    for (const folder of [original, copy]) rmSync(folder, { recursive: true, force: true });
  }
});
