/** `npm test`: everything that needs no network, no Docker and no account, in bounded time. */
import { closeWith, runCommand, runProjects } from './steps.ts';

const built = await runCommand('build', 'node', ['tools/build.ts']);
const synthesized = await runCommand('synth with policy packs', 'node', ['tools/synth.ts']);
const unit = await runProjects('unit, storage, machines, templates', ['unit']);
// The acceptance suites wait more than they work: the check runs beside them.
const [checked, accepted] = await Promise.all([
  runCommand('check', 'node', ['tools/check.ts']),
  runProjects('acceptance on the local cloud', ['acceptance']),
]);
closeWith([checked, built, synthesized, unit, accepted]);
