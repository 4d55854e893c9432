/** `npm test`: everything that needs no network, no Docker and no account, in bounded time. */
import { closeWith, runCommand, runProjects } from './steps.ts';

const results = [
  await runCommand('check', 'node', ['tools/check.ts']),
  await runCommand('build', 'node', ['tools/build.ts']),
  await runCommand('synth with policy packs', 'node', ['tools/synth.ts']),
  await runProjects('unit, storage, machines, templates', ['unit']),
  await runProjects('acceptance on the local cloud', ['acceptance']),
];
closeWith(results);
