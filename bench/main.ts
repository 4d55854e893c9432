/**
 * `npm run bench [-- bundles operations api documents cost commands engines]`: measures, prints, and keeps the figures in
 * `bench/results.json`. Named sections are measured anew; the others stay as they were.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { measureApi } from './api-latency.ts';
import { measureBundles } from './bundles.ts';
import { measureCommands } from './commands.ts';
import { measureDocuments } from './documents.ts';
import { measureEngines } from './engines.ts';
import { type Figure, lineOf } from './figure.ts';
import { measureLoanCost } from './loan-cost.ts';
import { loadNow, surroundings } from './machine.ts';
import { measureOperations } from './operations.ts';
import { openScene, type Scene } from './scene.ts';

const root = resolve(import.meta.dirname, '..');
const file = join(root, 'bench', 'results.json');

/** Each with a cloud of its own, so that no section sees another's warm processes or data. */
const inScene =
  (measure: (scene: Scene) => Promise<Figure[]>): (() => Promise<Figure[]>) =>
  async () => {
    const scene = await openScene(root);
    try {
      return await measure(scene);
    } finally {
      await scene.stop();
    }
  };

const sections: Record<string, () => Promise<Figure[]>> = {
  documents: inScene(measureDocuments),
  api: inScene(measureApi),
  operations: inScene(measureOperations),
  cost: inScene(measureLoanCost),
  bundles: () => measureBundles(root),
  commands: () => measureCommands(root),
  engines: measureEngines,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in sections));
if (unknown.length > 0) {
  console.error(`no such section: ${unknown.join(', ')}; there are ${Object.keys(sections).join(', ')}`);
  process.exit(2);
}
const results = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Record<string, object>;
for (const [name, measure] of Object.entries(sections)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const around = surroundings();
  console.log(`\n${name}  (${around.at}, ${around.node}, ${around.cpus} cores, load ${around.loadAtStart})`);
  const figures = await measure();
  for (const figure of figures) console.log(`  ${lineOf(figure)}`);
  results[name] = { ...around, loadAtEnd: loadNow(), figures };
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
}
