/** Says clearly, before anything else runs, what this machine lacks. Plain JavaScript, so that an old Node can read it. */
const major = Number.parseInt(process.versions.node, 10);
if (major < 24) {
  const lines = [
    `Keyturn runs on Node 24; this is ${process.versions.node}.`,
    'On Linux (x64, arm64) `npm ci` installs Node 24 beside the project and npm scripts use it: run this through npm, e.g. `npm run demo`.',
    'Elsewhere install Node 24 and try again.',
  ];
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exit(1);
}
