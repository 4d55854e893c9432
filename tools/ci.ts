/** What `.ci/run` runs after the README's test command: the public data in ../shared, and the deploy test where Python and PyPI are at hand. */
import { closeWith, runCounted, runProjects } from './steps.ts';

const results = [
  await runCounted('README test command', 'npm', ['test']),
  await runProjects('conformance', ['conformance']),
  await runProjects('deploy onto an independent emulator', ['deploy']),
];
closeWith(results);
