import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
  artifacts: Record<string, { type: string; dependencies?: string[] }>;
}

/** The stacks of a cloud assembly, each after those it needs. */
export function stacksInOrder(assembly: string): string[] {
  const { artifacts } = JSON.parse(readFileSync(join(assembly, 'manifest.json'), 'utf8')) as Manifest;
  const ordered: string[] = [];
  const visit = (name: string): void => {
    const artifact = artifacts[name];
    if (artifact?.type !== 'aws:cloudformation:stack' || ordered.includes(name)) return;
    for (const dependency of artifact.dependencies ?? []) visit(dependency);
    ordered.push(name);
  };
  for (const name of Object.keys(artifacts)) visit(name);
  return ordered;
}

/** Full names of the stacks asked for by short name, in order; throws with the list where one is not there. */
export function chosenStacks(
  ordered: readonly string[],
  stage: string,
  shortNames: readonly string[],
): string[] {
  const prefix = `keyturn-${stage}-`;
  const short = ordered.map((name) => name.slice(prefix.length));
  const unknown = shortNames.filter((name) => !short.includes(name));
  if (unknown.length > 0)
    throw new Error(`No such stack: ${unknown.join(', ')}. Stacks: ${short.join(', ')}.`);
  return shortNames.length === 0
    ? [...ordered]
    : ordered.filter((_name, at) => shortNames.includes(short[at] ?? ''));
}

/** Named by what it would deploy, so that what was approved and what is executed are the same thing. */
export function changeSetName(assembly: string, stacks: readonly string[]): string {
  const digest = createHash('sha256');
  for (const name of stacks) digest.update(readFileSync(join(assembly, `${name}.template.json`)));
  return `keyturn-${digest.digest('hex').slice(0, 12)}`;
}
